using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace GrantsPortal.Platform.Mail;

/// <summary>Sends through the configured mail server; one connection serves a batch.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    private const int MessagesPerConnection = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailOptions _mail = options.Value;

    /// <inheritdoc/>
    public async Task<IMailSession> Open(CancellationToken cancel)
    {
        var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            Trust(client);
            await client.ConnectAsync(_mail.Host!, _mail.EffectivePort, Protection(), cancel);
            await SignIn(client, cancel);
            return new Session(client, TimeSpan.FromSeconds(_mail.SendSeconds));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            client.Dispose();
            throw new MailUnavailableException(Said(fault), fault);
        }
    }

    private SecureSocketOptions Protection() => _mail.Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => _mail.EffectivePort == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
    };

    private async Task SignIn(SmtpClient client, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(_mail.User))
        {
            return;
        }

        if (!client.IsSecure && _mail.Security != MailSecurity.None)
        {
            throw new MailUnavailableException("The mail server offers no encryption, so the password was not sent. Set Mail:Security to None to send it all the same.");
        }

        await client.AuthenticateAsync(_mail.User, _mail.Password ?? "", cancel);
    }

    private void Trust(SmtpClient client)
    {
        if (string.IsNullOrEmpty(_mail.TrustedCertificate))
        {
            return;
        }

        var trusted = X509CertificateLoader.LoadCertificateFromFile(_mail.TrustedCertificate);
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (errors is System.Net.Security.SslPolicyErrors.None)
            {
                return true;
            }

            // Only the chain may be mended by trust; a wrong name stays wrong.
            if (certificate is null || errors != System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors)
            {
                return false;
            }

            using var own = new X509Chain();
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.Add(trusted);
            own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return own.Build(new X509Certificate2(certificate));
        };
    }

    /// <summary>What went wrong, with the reason beneath where the surface says little.</summary>
    private static string Said(Exception fault) => fault switch
    {
        MailUnavailableException => fault.Message,
        SslHandshakeException => $"The connection could not be protected: {fault.InnerException?.Message ?? fault.Message.ReplaceLineEndings(" ")}",
        AuthenticationException => $"The mail server did not accept the user name or password: {fault.Message}",
        OperationCanceledException => "The mail server did not answer in time.",
        _ => fault.Message,
    };

    private sealed class Session(SmtpClient client, TimeSpan limit) : IMailSession
    {
        private int _sent;

        public bool Usable => client.IsConnected && _sent < MessagesPerConnection;

        public async Task<Delivery> Send(MimeMessage message)
        {
            _sent++;
            var content = new ContentGiven();
            using var end = new CancellationTokenSource(limit);
            try
            {
                await client.SendAsync(message, end.Token, content);
                return new Delivery(DeliveryResult.Accepted);
            }
            catch (SmtpCommandException answer)
            {
                // A refused sender is a fault of the settings, not of this message: it can wait until they are mended.
                var forGood = (int)answer.StatusCode >= 500 && answer.ErrorCode != SmtpErrorCode.SenderNotAccepted;
                return new Delivery(forGood ? DeliveryResult.Refused : DeliveryResult.Later, $"{(int)answer.StatusCode} {answer.Message}");
            }
            catch (Exception fault)
            {
                return new Delivery(content.Begun ? DeliveryResult.Unknown : DeliveryResult.Later, Said(fault));
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                using var end = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await client.DisconnectAsync(quit: true, end.Token);
            }
            catch (Exception)
            {
                // Every message has had its answer; how the line is put down does not matter.
            }

            client.Dispose();
        }
    }

    /// <summary>Notes that content went out: from here on, silence does not mean "not accepted".</summary>
    private sealed class ContentGiven : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }
}
