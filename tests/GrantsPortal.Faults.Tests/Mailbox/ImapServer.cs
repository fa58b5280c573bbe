using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mailbox;

/// <summary>A real IMAP server (Debian's dovecot-imapd) as a child process on a loopback port, with a configuration and a mailbox of its own.</summary>
public sealed class ImapServer : IDisposable
{
    /// <summary>The name and password of its one mailbox.</summary>
    public const string User = "record", Password = "s3cret";

    private readonly Process _process;
    private readonly string _folder;
    private readonly bool _tls;

    private ImapServer(Process process, string folder, int port, bool tls) => (_process, _folder, Port, _tls) = (process, folder, port, tls);

    /// <summary>The port it listens at.</summary>
    public int Port { get; }

    /// <summary>Starts one, with TLS from the first byte where there is a certificate; skips the test, naming the package, where it is not installed.</summary>
    public static async Task<ImapServer> Start(string parent, (string Certificate, string Key)? tls = null)
    {
        Assert.SkipUnless(Program is not null, "dovecot is not installed (apt-get install dovecot-imapd)");
        var folder = Directory.CreateDirectory(Path.Combine(parent, "imap")).FullName;
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "users"), $"{User}:{{PLAIN}}{Password}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), Configuration(folder, port, tls));
        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail"));
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // The server reads mail as nobody, whom root cannot be.
            mail.UnixFileMode = (UnixFileMode)0b111_111_111;
        }

        var process = Process.Start(new ProcessStartInfo(Program!, ["-F", "-c", Path.Combine(folder, "dovecot.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var server = new ImapServer(process, folder, port, tls is not null);
        for (var end = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(50))
        {
            try
            {
                using var client = await server.Client();
                return server;
            }
            catch (Exception fault) when (fault is SocketException or IOException or ImapProtocolException or ImapCommandException)
            {
                if (DateTime.UtcNow > end || process.HasExited)
                {
                    var log = Path.Combine(folder, "log");
                    var said = File.Exists(log) ? await File.ReadAllTextAsync(log) : fault.Message;
                    server.Dispose();
                    Assert.Fail($"dovecot did not start: {said}");
                }
            }
        }
    }

    /// <summary>Puts e-mails into the mailbox.</summary>
    public async Task Deliver(params string[] letters)
    {
        using var client = await Client();
        foreach (var letter in letters)
        {
            await client.Inbox!.AppendAsync(new MailKit.AppendRequest(await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter)))));
        }
    }

    /// <summary>How many e-mails lie in a folder; none where there is no such folder.</summary>
    public async Task<int> Count(string name)
    {
        using var client = await Client();
        try
        {
            var folder = await client.GetFolderAsync(name);
            await folder.StatusAsync(MailKit.StatusItems.Count);
            return folder.Count;
        }
        catch (MailKit.FolderNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>Forgets the numbers of all e-mails, as after a restored backup: the folder begins a new life.</summary>
    public void BeginAnew()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder, "mail", User), "dovecot*"))
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // Not killed: the server ends its own children.
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            stop.WaitForExit();
            _process.WaitForExit(10_000);
        }

        _process.Dispose();
    }

    private async Task<ImapClient> Client()
    {
        var client = new ImapClient { ServerCertificateValidationCallback = (_, _, _, _) => true };
        await client.ConnectAsync("localhost", Port, _tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None);
        await client.AuthenticateAsync(User, Password);
        return client;
    }

    private static string Configuration(string folder, int port, (string Certificate, string Key)? tls)
    {
        var (login, user, group) = Environment.IsPrivilegedProcess ? ("dovenull", "nobody", "nogroup") : (Environment.UserName, Environment.UserName, "");
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            disable_plaintext_auth = no
            mail_location = maildir:{{folder}}/mail/%u
            first_valid_uid = 1
            default_internal_user = {{(Environment.IsPrivilegedProcess ? "root" : user)}}
            {{(Environment.IsPrivilegedProcess ? "default_internal_group = root" : "")}}
            default_login_user = {{login}}
            ssl = {{(tls is null ? "no" : "required")}}
            {{(tls is { } files ? $"ssl_cert = <{files.Certificate}\nssl_key = <{files.Key}" : "")}}
            passdb {
              driver = passwd-file
              args = {{folder}}/users
            }
            userdb {
              driver = static
              args = uid={{user}} {{(group.Length > 0 ? $"gid={group}" : "")}} home={{folder}}/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{(tls is null ? port : 0)}}
              }
              inet_listener imaps {
                port = {{(tls is null ? 0 : port)}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            """;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static readonly string? Program = new[] { "/usr/sbin/dovecot", "/usr/local/sbin/dovecot" }.FirstOrDefault(File.Exists);
}
