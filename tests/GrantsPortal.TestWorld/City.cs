using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.TestWorld;

/// <summary>
/// The words tests build their world with. Each module adds its own in a file beside this one; what is built goes
/// through the use cases, so that it cannot contradict the rules.
/// </summary>
public sealed partial class City : IDisposable
{
    /// <summary>Setting of a city that prints its documents as PDF.</summary>
    public static readonly (string Name, string? Value) Printing = ("Documents:WeasyPrint", "weasyprint");

    /// <summary>A city with nothing in it.</summary>
    public City(params (string Name, string? Value)[] settings)
    {
        Portal = new TestPortal();
        foreach (var (name, value) in settings)
        {
            Portal.Settings[name] = value;
        }
    }

    /// <summary>The city's portal.</summary>
    public TestPortal Portal { get; }

    /// <summary>The instant it is.</summary>
    public DateTimeOffset Now => Portal.Clock.GetUtcNow();

    /// <summary>A visitor who is not signed in.</summary>
    public Visitor Visitor() => new(Portal);

    /// <summary>Reads from the database.</summary>
    public async Task<T> Read<T>(Func<UnitOfWork, Task<T>> read)
    {
        await using var work = await Portal.Database.Read();
        return await read(work);
    }

    /// <summary>Changes the database in somebody's name and commits.</summary>
    public async Task<T> Write<T>(Actor actor, Func<UnitOfWork, Task<T>> write)
    {
        await using var work = await Portal.Database.Write(actor);
        var result = await write(work);
        await work.Commit();
        return result;
    }

    /// <summary>The e-mails to an address, oldest first, sent or not.</summary>
    public Task<IReadOnlyList<Mail>> MailTo(string address) => Read(work => work.List<Mail>(
        "SELECT ToAddress, Template, Subject, TextBody, HtmlBody, State FROM OutboxMessage WHERE ToAddress = @address ORDER BY Id", new { address }));

    /// <inheritdoc/>
    public void Dispose() => Portal.Dispose();

    /// <summary>An e-mail in the outbox.</summary>
    public sealed class Mail
    {
        /// <summary>To whom.</summary>
        public string ToAddress { get; init; } = "";

        /// <summary>Which message.</summary>
        public string Template { get; init; } = "";

        /// <summary>Its subject.</summary>
        public string Subject { get; init; } = "";

        /// <summary>Its text.</summary>
        public string TextBody { get; init; } = "";

        /// <summary>Its HTML.</summary>
        public string HtmlBody { get; init; } = "";

        /// <summary>Where it stands.</summary>
        public string State { get; init; } = "";
    }
}
