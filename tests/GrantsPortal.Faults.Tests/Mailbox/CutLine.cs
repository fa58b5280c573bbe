using System.Net;
using System.Net.Sockets;

namespace GrantsPortal.Faults.Tests.Mailbox;

/// <summary>A line to a server that breaks once so many bytes came from it.</summary>
public sealed class CutLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;

    /// <summary>A line to a port of this machine.</summary>
    public CutLine(int server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    /// <summary>Its own port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>After how many bytes each connection breaks.</summary>
    public int Bytes { get; set; } = int.MaxValue;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Carry(await _listener.AcceptTcpClientAsync(), Bytes);
            }
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            // The line is taken down.
        }
    }

    private async Task Carry(TcpClient near, int left)
    {
        using (near)
        using (var far = new TcpClient())
        {
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, _server);
                var (here, there) = (near.GetStream(), far.GetStream());
                var away = here.CopyToAsync(there);
                var buffer = new byte[4096];
                int read;
                while (left > 0 && (read = await there.ReadAsync(buffer)) > 0)
                {
                    var passed = Math.Min(read, left);
                    await here.WriteAsync(buffer.AsMemory(0, passed));
                    left -= passed;
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
            {
                // One end hung up.
            }
        }
    }
}
