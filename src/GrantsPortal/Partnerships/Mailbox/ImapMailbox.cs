using GrantsPortal.Platform.Mail;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>An e-mail as the server lists it.</summary>
/// <param name="Uid">Its number.</param>
/// <param name="Bytes">How large the server says it is.</param>
public sealed record ListedMail(UniqueId Uid, long Bytes);

/// <summary>The mailbox over IMAP, open.</summary>
public sealed class ImapMailbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ImapClient _client;
    private readonly IMailFolder _folder;
    private readonly InboundOptions _inbound;
    private readonly Dictionary<string, IMailFolder> _others = [];

    private ImapMailbox(ImapClient client, IMailFolder folder, InboundOptions inbound) => (_client, _folder, _inbound) = (client, folder, inbound);

    /// <summary>The life of the folder in which numbers count.</summary>
    public long UidValidity => _folder.UidValidity;

    /// <summary>How many e-mails lie in it.</summary>
    public int Count => _folder.Count;

    /// <summary>Opens it; throws <see cref="MailUnavailableException"/> when that is not possible.</summary>
    public static async Task<ImapMailbox> Open(InboundOptions inbound, bool readOnly, CancellationToken cancel)
    {
        var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            MailTrust.Apply(client, inbound.TrustedCertificate);
            await client.ConnectAsync(inbound.Host!, inbound.EffectivePort, Protection(inbound), cancel);
            if (!client.IsSecure && inbound.Security != MailSecurity.None)
            {
                throw new MailUnavailableException("The server offers no encryption, so the password was not sent. Set Inbound:Security to None to send it all the same.");
            }

            await client.AuthenticateAsync(inbound.User ?? "", inbound.Password ?? "", cancel);
            var folder = inbound.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(inbound.Folder, cancel);
            await folder.OpenAsync(readOnly ? FolderAccess.ReadOnly : FolderAccess.ReadWrite, cancel);
            return new ImapMailbox(client, folder, inbound);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            client.Dispose();
            throw fault as MailUnavailableException ?? new MailUnavailableException(Said(fault), fault);
        }
    }

    /// <summary>The e-mails that lie there, the oldest first.</summary>
    public async Task<IReadOnlyList<ListedMail>> List(int take, CancellationToken cancel)
    {
        IList<UniqueId> all = [.. (await _folder.SearchAsync(SearchQuery.NotDeleted, cancel)).OrderBy(uid => uid.Id).Take(take)];
        return all.Count == 0 ? [] : [.. (await _folder.FetchAsync(all, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel)).Select(one => new ListedMail(one.UniqueId, one.Size ?? 0)).OrderBy(one => one.Uid.Id)];
    }

    /// <summary>An e-mail's bytes, never more than asked for, whatever the server said it has.</summary>
    public async Task<byte[]> Fetch(UniqueId uid, int most, CancellationToken cancel) => await Bytes(await _folder.GetStreamAsync(uid, 0, most, cancel), cancel);

    /// <summary>The beginning of an e-mail's head.</summary>
    public async Task<byte[]> FetchHead(UniqueId uid, int most, CancellationToken cancel) => await Bytes(await _folder.GetStreamAsync(uid, "HEADER", 0, most, cancel), cancel);

    /// <summary>Puts an e-mail away, into a folder that is made when it is not there.</summary>
    public async Task Move(UniqueId uid, bool taken, CancellationToken cancel)
    {
        var name = taken ? _inbound.DoneFolder : _inbound.RefusedFolder;
        if (!_others.TryGetValue(name, out var folder))
        {
            _others[name] = folder = await Folder(name, cancel);
        }

        await _folder.MoveToAsync(uid, folder, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<IMailFolder> Folder(string name, CancellationToken cancel)
    {
        try
        {
            return await _client.GetFolderAsync(name, cancel);
        }
        catch (FolderNotFoundException)
        {
            var root = _client.GetFolder(_client.PersonalNamespaces[0]);
            return await root.CreateAsync(name, isMessageFolder: true, cancel) ?? await _client.GetFolderAsync(name, cancel);
        }
    }

    private static async Task<byte[]> Bytes(Stream content, CancellationToken cancel)
    {
        await using (content)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancel);
            return bytes.ToArray();
        }
    }

    private static SecureSocketOptions Protection(InboundOptions inbound) => inbound.Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => inbound.EffectivePort == 993 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
    };

    private static string Said(Exception fault) => fault switch
    {
        SslHandshakeException => $"The connection could not be protected: {fault.InnerException?.Message ?? fault.Message.ReplaceLineEndings(" ")}",
        AuthenticationException => $"The server did not accept the user name or password: {fault.Message}",
        FolderNotFoundException missing => $"There is no folder {missing.FolderName}.",
        OperationCanceledException or TimeoutException => "The server did not answer in time.",
        _ => fault.Message,
    };
}
