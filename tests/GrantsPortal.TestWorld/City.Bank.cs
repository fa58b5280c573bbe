using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Payees;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>A city that pays by bank.</summary>
/// <param name="Fay">Finance; prepares payments.</param>
/// <param name="Femi">Finance; approves them and puts batches together.</param>
/// <param name="Faye">Finance; did neither.</param>
/// <param name="Payments">Approved payments.</param>
public sealed record BankCity(Actor Fay, Actor Femi, Actor Faye, IReadOnlyList<Payment> Payments);

/// <summary>Paying by bank.</summary>
public sealed partial class City
{
    /// <summary>IBAN of the city's account in tests; an example from the IBAN Registry.</summary>
    public const string Iban = "GB29NWBK60161331926819";

    /// <summary>The settings of a city that pays by bank.</summary>
    public static readonly (string Name, string? Value)[] BankSettings = [("Bank:Holder", "City of Riverton"), ("Bank:Iban", Iban), ("Bank:Bic", "NWBKGB2L")];

    /// <summary>People of Finance, and a payment of each amount that is prepared and approved, each to somebody else.</summary>
    public async Task<BankCity> ApprovedByBank(params long[] amounts)
    {
        var (fay, femi, faye) = (await Staff("Fay Finance", Roles.Finance), await Staff("Femi Finance", Roles.Finance), await Staff("Faye Finance", Roles.Finance));
        var payments = new List<Payment>();
        foreach (var (amount, i) in amounts.Select((amount, i) => (amount, i)))
        {
            var payee = await Person($"Payee {(char)('A' + (i % 26))}{(i < 26 ? "" : $" {NumberWords[i / 26 % NumberWords.Length]}")}");
            await ConfirmedAccount(payee, fay, femi);
            payments.Add(await Claimed(payee, amount, fay, femi));
        }

        return new BankCity(fay, femi, faye, payments);
    }

    /// <summary>The payments in a batch that waits for release.</summary>
    public async Task<PaymentBatch> Batched(BankCity bank)
    {
        var made = await Portal.Get<BatchDesk>().Make(bank.Femi, [.. bank.Payments.Select(payment => payment.Id)], BankDay.AddDays(1));
        Done(made.Refusals);
        return await BatchOf(made.Value);
    }

    /// <summary>The payments sent in a released batch.</summary>
    public async Task<PaymentBatch> Released(BankCity bank)
    {
        var batch = await Batched(bank);
        Done((await Portal.Get<BatchDesk>().Release(bank.Faye, batch.Reference, batch.Version)).Refusals);
        return await BatchOf(batch.Reference);
    }

    /// <summary>A batch as it is now.</summary>
    public async Task<PaymentBatch> BatchOf(string reference) => (await Read(work => BatchRepository.Find(work, reference)))!;

    /// <summary>A payment as it is now.</summary>
    public async Task<Payment> Again(Payment payment) => (await Read(work => PaymentRepository.Find(work, payment.Id)))!;

    /// <summary>Where payments stand now, in order.</summary>
    public async Task<IReadOnlyList<PaymentState>> StatesOf(BankCity bank)
    {
        var now = (await Read(work => PaymentRepository.Find(work, [.. bank.Payments.Select(payment => payment.Id)]))).ToDictionary(payment => payment.Id);
        return [.. bank.Payments.Select(payment => now[payment.Id].State)];
    }

    /// <summary>Brings a statement in and books it as shown; what it did.</summary>
    public async Task<StatementPlan> Book(Actor finance, byte[] file, string name = "statement.xml")
    {
        var desk = Portal.Get<StatementDesk>();
        using var content = new MemoryStream(file);
        var taken = await desk.Upload(finance, content, name);
        Done(taken.Refusals);
        var (statement, plan) = await PlanOf(taken.Value);
        var booked = await desk.Book(finance, statement.Id, statement.Version, plan.Seen);
        Done(booked.Refusals);
        return booked.Value;
    }

    /// <summary>A statement that waits, with what it would do.</summary>
    public Task<(BankStatement Statement, StatementPlan Plan)> PlanOf(long id) => Read(async work =>
    {
        var statement = (await StatementRepository.Find(work, id))!;
        return (statement, (await Portal.Get<StatementDesk>().Plan(work, statement)).Value);
    });

    /// <summary>The lines that wait for a person.</summary>
    public Task<IReadOnlyList<BankLine>> OpenLines() => Read(work => LineRepository.Open(work, null, 100));

    /// <summary>What breaks an invariant of paying by bank or of the ledger.</summary>
    public async Task<IReadOnlyList<string>> BrokenBank()
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace is { } name
            && (name.StartsWith("GrantsPortal.Payments.Bank", StringComparison.Ordinal) || name.StartsWith("GrantsPortal.Funds", StringComparison.Ordinal))))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }

    /// <summary>The day it is.</summary>
    public DateOnly BankDay => DateOnly.FromDateTime(Now.UtcDateTime);

    private static readonly string[] NumberWords = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    private Task<bool> ConfirmedAccount(Person payee, Actor entered, Actor confirmed) => Write(entered, async work =>
    {
        var account = AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Uk, Holder = payee.Name, SortCode = "20-20-15", AccountNumber = FormattableString.Invariant($"{10_000_000 + (payee.Id % 80_000_000)}") }).Value;
        await work.Execute(
            """
            INSERT INTO PayeeAccount (Id, PersonId, Method, Scheme, State, Holder, Country, Sealed, Ending, EnteredBy, EnteredAt, NameCheck, DecidedBy, DecidedAt, Version)
            VALUES (@id, @person, 'BankTransfer', 'Uk', 'Confirmed', @holder, 'GB', @sealedAccount, @ending, @by, @now, 'Match', @second, @now, 1)
            """,
            new { id = work.NewId(), person = payee.Id, holder = account.Holder, sealedAccount = Portal.Get<AccountSeal>().Seal(account), ending = account.AccountNumber![^4..], by = entered.Person, now = work.Now, second = confirmed.Person });
        return true;
    });

    private async Task<Payment> Claimed(Person payee, long amountMinor, Actor prepares, Actor approves)
    {
        var (moves, fund) = (Portal.Get<PaymentMoves>(), await Fund());
        var opened = await Write(Actor.System, async work =>
        {
            var claim = work.NewId();
            Done((await Ledger.Post(work, $"test:budget:{claim}", Postings.Budget(fund.Id, BankDay.Year, Money.FromMinor(amountMinor, "GBP")), BankDay)).Refusals);
            Done((await Ledger.Post(work, $"commit:claim:{claim}", Postings.Commit(fund.Id, BankDay.Year, new LedgerSubject(SubjectKind.Claim, claim), Money.FromMinor(amountMinor, "GBP")), BankDay)).Refusals);
            return (await moves.Open(work, new Payment { ClaimId = claim, PersonId = payee.Id, ProgrammeId = fund.Id, Year = BankDay.Year, AmountMinor = amountMinor, Currency = "GBP", State = PaymentState.Due, DueOn = BankDay })).Value;
        });
        await Write(prepares, async work =>
        {
            Done([.. (await moves.Prepare(work, [opened])).SelectMany(step => step.Refusals)]);
            return true;
        });
        await Write(approves, async work =>
        {
            Done([.. (await moves.Approve(work, [(await PaymentRepository.Find(work, opened.Id))!])).SelectMany(step => step.Refusals)]);
            return true;
        });
        return await Again(opened);
    }
}
