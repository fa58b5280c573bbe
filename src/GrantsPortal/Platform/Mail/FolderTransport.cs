using Microsoft.Extensions.Options;
using MimeKit;

namespace GrantsPortal.Platform.Mail;

/// <summary>Where there is no mail server: writes each message to <c>Storage:Path/mail</c> as an <c>.eml</c> file named by its Message-ID.</summary>
public sealed class FolderTransport(IOptions<StorageOptions> storage) : IMailTransport
{
    private string Folder => Path.Combine(Path.GetFullPath(storage.Value.Path), "mail");

    /// <inheritdoc/>
    public Task<IMailSession> Open(CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return Task.FromResult<IMailSession>(new Session(Folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailUnavailableException(fault.Message, fault);
        }
    }

    private sealed class Session(string folder) : IMailSession
    {
        public bool Usable => true;

        public async Task<Delivery> Send(MimeMessage message, string? returnPath)
        {
            var name = message.MessageId!.Split('@')[0];
            var unfinished = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}");
            try
            {
                await using (var file = new FileStream(unfinished, FileMode.CreateNew))
                {
                    await message.WriteToAsync(file);
                    file.Flush(flushToDisk: true);
                }

                File.Move(unfinished, Path.Combine(folder, name + ".eml"), overwrite: true);
                return new Delivery(DeliveryResult.Accepted);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                File.Delete(unfinished);
                return new Delivery(DeliveryResult.Later, fault.Message);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
