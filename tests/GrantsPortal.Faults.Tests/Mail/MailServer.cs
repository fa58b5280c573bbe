using System.Diagnostics;
using System.Text.Json;
using MimeKit;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mail;

/// <summary>A real mail server (Debian's python3-aiosmtpd) as a child process, which writes down what it took.</summary>
public sealed class MailServer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;
    private readonly string _log;

    private MailServer(Process process, string log, int port)
    {
        _process = process;
        _log = log;
        Port = port;
    }

    /// <summary>The port it listens at.</summary>
    public int Port { get; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<Taken> Mail => !File.Exists(_log) ? [] :
        [.. File.ReadAllLines(_log).Where(line => line.EndsWith('}')).Select(line => JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!)];

    /// <summary>Starts a server; skips the test, naming the package, where it is not installed.</summary>
    public static MailServer Start(string folder, params string[] options)
    {
        Assert.SkipUnless(Installed.Value, "python3-aiosmtpd is not installed (apt-get install python3-aiosmtpd)");
        var log = Path.Combine(folder, $"{Guid.NewGuid():N}.log");
        return StartWith(log, options);
    }

    /// <summary>The same server again on its port, with the same memory, after it was stopped.</summary>
    public MailServer Again(params string[] options) => StartWith(_log, ["--port", $"{Port}", .. options]);

    /// <summary>Stops it.</summary>
    public void Stop()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }

    private static MailServer StartWith(string log, string[] options)
    {
        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Mail", "smtp_server.py"), "--log", log, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start."));
        return new MailServer(process, log, port);
    }

    private static readonly Lazy<bool> Installed = new(() =>
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
        asked.WaitForExit();
        return asked.ExitCode == 0;
    });

    /// <summary>A message the server took.</summary>
    public sealed record Taken(string Id, string[] To, string From, bool Tls, string? User, int Peer, string Raw)
    {
        /// <summary>The message itself.</summary>
        public MimeMessage Message() => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Raw)));
    }
}
