using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank;
using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Payments.Desk;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests.AwardLife;

/// <summary>Two instalments by bank; the first comes back and is paid again.</summary>
public sealed partial class AwardLifeTests
{
    /// <summary>Prepared, approved and released by three people on their pages; the bank sends it back; the next attempt arrives.</summary>
    private async Task PayTheFirstInstalment()
    {
        var (fay, femi, approver) = (await As(_fay), await As(_femi), await As(_approver));
        var payment = await LatestPayment();
        await _walk.Look(fay, PaymentRoutes.Desk, payment.Reference);
        await fay.Locator($"#pick-{payment.Reference}").CheckAsync();
        await Walk.Press(fay, "Prepare the chosen…");
        await _walk.Sees(fay, "Will be prepared");
        await Walk.Press(fay, "Prepare 1 payment");
        await _walk.Sees(fay, "1 prepared.");
        await _walk.Look(femi, PaymentRoutes.In("prepared"), payment.Reference);
        await femi.Locator($"#pick-{payment.Reference}").CheckAsync();
        await Walk.Press(femi, "Approve the chosen…");
        await _walk.Sees(femi, "Will be approved");
        await Walk.Press(femi, "Approve 1 payment");
        await _walk.Sees(femi, "1 approved.");
        await _walk.Look(femi, BankRoutes.NewBatch, "£6,000");
        await Walk.Press(femi, "Put the chosen payments together");
        await _walk.Sees(femi, "somebody else has to release it");
        var batch = new Uri(femi.Url).AbsolutePath;
        await _walk.Look(approver, batch, "become sent");
        await Walk.Press(approver, "Release £6,000");
        await _walk.Sees(approver, "is released");
        await _walk.Look(fay, batch, "Fetch the file for the bank");
        var file = await fay.RunAndWaitForDownloadAsync(() => fay.GetByText("Fetch the file for the bank").ClickAsync());
        Assert.Empty(PainCheck.Of(await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken)));

        await Bring(fay, "january.xml", Out(payment), Out(payment) with { In = true, Return = "AC04", BankReference = "BACK" });
        await _walk.Sees(fay, "1 came back");
        Assert.Equal(PaymentState.Failed, (await _city.Again(payment)).State);
        await _walk.Look(fay, PaymentRoutes.In("failed"), "The account is closed");
        await _walk.Look(await As(Grantee.Owner), Awards.AwardRoutes.Mine(_reference), "First year");

        await _walk.Look(fay, PaymentRoutes.Show(payment.Reference), "It failed");
        await Walk.Press(fay, "Try it again as a new payment");
        await _walk.Sees(fay, "Prepare it, and it is paid as any other.");
        await PayOverTheDesk(await LatestPayment());
    }

    private async Task PayTheSecondInstalment()
    {
        var payment = await LatestPayment();
        Assert.Equal((550_000, 2028), (payment.AmountMinor, payment.Year));
        await PayOverTheDesk(payment);
        await _walk.Look(await As(_fay), PaymentRoutes.Schedule(_reference), "Second year");
    }

    /// <summary>The same steps as above, without their pages.</summary>
    private async Task PayOverTheDesk(Payment payment)
    {
        var bank = new BankCity(City.As(_fay, Roles.Finance), City.As(_femi, Roles.Finance), City.As(_approver, Roles.Approver), [payment]);
        var desk = _city.Portal.Get<PaymentDesk>();
        Assert.True((await desk.Prepare(bank.Fay, [payment.Reference])).Value[0].Done);
        Assert.True((await desk.Approve(bank.Femi, [payment.Reference])).Value[0].Done);
        await _city.Released(bank);
        await _city.Book(bank.Fay, CamtFile.Of(City.Iban, "GBP", [Out(payment)], $"ST-{payment.Reference}"));
        Assert.Equal(PaymentState.Paid, (await _city.Again(payment)).State);
    }

    /// <summary>Brings a statement in, reads what it will do, and books it.</summary>
    private async Task Bring(IPage finance, string name, params CamtEntry[] entries)
    {
        await _walk.Look(finance, BankRoutes.Statements, "Bring a statement in");
        await Walk.Attach(finance, "File", name, "application/xml", CamtFile.Of(City.Iban, "GBP", entries, name));
        await Walk.Press(finance, "Read it");
        await _walk.Sees(finance, "Book the statement");
        await Walk.Press(finance, "Book the statement");
    }

    private CamtEntry Out(Payment payment) =>
        new(payment.Reference, payment.AmountMinor, BankReference: $"OUT-{payment.Reference}", Text: payment.Reference) { On = _city.Today };
}
