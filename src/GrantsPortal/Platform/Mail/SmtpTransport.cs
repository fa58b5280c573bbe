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
            MailTrust.Apply(client, _mail.TrustedCertificate);
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

        private bool _ownWayBack = true;

        public async Task<Delivery> Send(MimeMessage message, string? returnPath)
        {
            _sent++;
            if (returnPath is not null && _ownWayBack)
            {
                var (delivery, refusedSender) = await Send(message, new MailboxAddress("", returnPath));
                if (!refusedSender)
                {
                    return delivery;
                }

                // Some servers take only the address one signed in with; an e-mail without its own way back is better than none.
                _ownWayBack = false;
            }

            return (await Send(message, message.From.Mailboxes.First())).Delivery;
        }

        private async Task<(Delivery Delivery, bool RefusedSender)> Send(MimeMessage message, MailboxAddress sender)
        {
            var content = new ContentGiven();
            using var end = new CancellationTokenSource(limit);
            try
            {
                await client.SendAsync(message, sender, message.To.Mailboxes, end.Token, content);
                return (new Delivery(DeliveryResult.Accepted), false);
            }
            catch (SmtpCommandException answer)
            {
                // A refused sender is a fault of the settings, not of this message: it can wait until they are mended.
                var forGood = (int)answer.StatusCode >= 500 && answer.ErrorCode != SmtpErrorCode.SenderNotAccepted;
                return (new Delivery(forGood ? DeliveryResult.Refused : DeliveryResult.Later, $"{(int)answer.StatusCode} {answer.Message}"), answer.ErrorCode == SmtpErrorCode.SenderNotAccepted);
            }
            catch (Exception fault)
            {
                return (new Delivery(content.Begun ? DeliveryResult.Unknown : DeliveryResult.Later, Said(fault)), false);
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
