using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Response.Texting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace GrantsPortal.Publishing.Demo;

/// <summary>
/// The portal once more on the same settings, with a clock that the story moves. Its e-mails reach nobody: the outbox
/// notes them as sent at the instant of the story, and no file or mail server sees them.
/// </summary>
internal sealed class DemoPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DemoPortal(IConfiguration configuration, ILoggerFactory logging, DateTimeOffset start)
    {
        Clock = new DemoClock(start);
        configuration = new ConfigurationBuilder().AddConfiguration(configuration).Build();
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddSingleton(logging);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddGrantsPortal(configuration);
        services.PostConfigure<BankOptions>(DemoBank.Fill);
        // Nothing of the story asks Stripe; it only has to be there for places with a fee to be asked for.
        services.PostConfigure<StripeOptions>(options => options.SecretKey = options.On ? options.SecretKey : "sk_test_of_the_demo");
        services.PostConfigure<InboundOptions>(DemoMailbox.Fill);
        services.PostConfigure<TextOptions>(texts => texts.WebhookUrl = null);
        services.AddSingleton<IMailTransport, NoTransport>();
        services.AddSingleton<IPasswordHasher<Account>>(s => new OneHash(ActivatorUtilities.CreateInstance<PasswordHasher<Account>>(s)));
        _services = services.BuildServiceProvider();
        Database = Get<PortalDatabase>();
        Database.Hurried = true;
    }

    public DemoClock Clock { get; }

    public PortalDatabase Database { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> Read<T>(Func<UnitOfWork, Task<T>> read)
    {
        await using var work = await Database.Read();
        return await read(work);
    }

    /// <summary>Lets the outbox note what was queued up to now as sent now.</summary>
    public Task SendMail(CancellationToken cancel) => Get<OutboxSender>().Drain(cancel);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Every demo account has the same well-known password, so that it is hashed once.</summary>
    private sealed class OneHash(PasswordHasher<Account> hasher) : IPasswordHasher<Account>
    {
        private readonly Dictionary<string, string> _hashes = [];

        public string HashPassword(Account user, string password) =>
            _hashes.TryGetValue(password, out var hash) ? hash : _hashes[password] = hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }

    private sealed class NoTransport : IMailTransport, IMailSession
    {
        public bool Usable => true;

        public Task<IMailSession> Open(CancellationToken cancel) => Task.FromResult<IMailSession>(this);

        public Task<Delivery> Send(MimeMessage message, string? returnPath) => Task.FromResult(new Delivery(DeliveryResult.Accepted));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
