using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Faults.Tests.Mail;

/// <summary>What tests of the outbox share: a folder, portals that send to a server, and letters to send.</summary>
public abstract class MailTests : IDisposable
{
    private readonly List<IDisposable> _open = [];

    protected MailTests() => Directory.CreateDirectory(Folder);

    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), "grantsportal-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            open.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected MailServer Server(params string[] options) => Keep(MailServer.Start(Folder, options));

    protected T Keep<T>(T open)
        where T : IDisposable
    {
        _open.Add(open);
        return open;
    }

    /// <summary>A portal that sends to the server; further settings lie over.</summary>
    protected City City(MailServer server, params (string Name, string? Value)[] settings) => Keep(new City(
    [
        ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:Security", "None"),
        ("Mail:From", "grants@riverton.example"), .. settings,
    ]));

    /// <summary>Queues a message to an address.</summary>
    protected static Task<long> Queue(City city, string address, string name = "Amira Haddad") =>
        city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(null, address, name, "en"), DailySummary.Sample)));

    protected static Task<DrainReport> Drain(City city) => city.Portal.Services.GetRequiredService<OutboxSender>().Drain();

    /// <summary>Where a message stands, with the last words about it.</summary>
    protected static async Task<Standing> Stands(City city, long id) => (await city.Read(work => work.Find<Standing>(
        "SELECT State, Attempts, LastError, NextAttemptAt FROM OutboxMessage WHERE Id = @id", new { id })))!;

    public sealed class Standing
    {
        public OutboxState State { get; init; }

        public int Attempts { get; init; }

        public string? LastError { get; init; }

        public DateTimeOffset NextAttemptAt { get; init; }
    }

    /// <summary>A self-signed certificate for a server's name, and its key, as PEM files.</summary>
    protected (string Certificate, string Key) Certificate(string name)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var (certificate, key) = (Path.Combine(Folder, name + ".pem"), Path.Combine(Folder, name + ".key"));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }
}
