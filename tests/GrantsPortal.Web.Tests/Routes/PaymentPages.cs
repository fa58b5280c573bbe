using Xunit;

namespace GrantsPortal.Web.Tests.Routes;

/// <summary>Pages of payments, claims and fees, as the demo’s people find them.</summary>
internal static class PaymentPages
{
    /// <summary>A page, an account (none for the public), and words that stand on it.</summary>
    public static TheoryData<string, string, string> Open => new()
    {
        { "/manage/payments/fees", "finance", "INV-" },
        { "/manage/payments/screening", "focal", "Samuel Fletcher" },
        { "/manage/payments/screening?state=Cleared", "auditor", "George Pell" },
        { "/manage/payments/screening/import", "officer", "The list as CSV" },
        { "/manage/payments/screening/organisations/welcome-wheels", "finance", "£286,900" },
        { "/manage/payments/claims", "finance", "Train from the coast and back" },
        { "/manage/payments/claims?state=Declined", "officer", "hotel" },
        { "/reviews/claims", "reviewer1", "Paid" },
        { "/reviews/claims", "reviewer3", "We agreed on joining by telephone" },
        { "/reviews/claims/new", "reviewer2", "Safe houses of worship" },
        { "/manage/payments", "finance", "Totals by fund" },
        { "/manage/payments?view=blocked", "approver", "The award has not been started" },
        { "/manage/payments?view=failed", "auditor", "The account is closed" },
        { "/manage/payments/{payment:Failed}", "finance", "Try it again as a new payment" },
        { "/manage/payments/{payment:Paid}", "officer", "Handed over" },
        { "/manage/payments/payees", "finance", "Priory Street Allotments" },
        { "/manage/payments/payees/{payee:Waiting}", "approver", "Ask the bank about the name" },
        { "/manage/payments/holds", "officer", "Ethiopian Coffee Mornings" },
        { "/manage/payments/statements", "auditor", "statement-" },
        { "/reviews/claims/bank", "reviewer1", "The account your claims are paid to" },
        { "/manage/payments/funds", "finance", "Safe Places Fund" },
        { "/manage/payments/funds?year=all", "auditor", "Bridges Fund" },
        { "/manage/payments/funds/safe-places-fund", "approver", "Prevention programme of the state" },
        { "/manage/payments/sources", "finance", "City budget" },
        { "/manage/payments/ledger", "auditor", "commit:award:" },
        { "/manage/payments/ledger.csv", "finance", "" },
        { "/manage/payments/year-end", "finance", "Every figure agrees with the ledger" },
        { "/manage/payments/year-end.csv", "auditor", "" },
        { "/manage/payments/overdrawing", "admin", "Priya Raman" },
        { "/manage/payments/batches", "finance", "PB-" },
        { "/manage/payments/batches/{batch:Released}", "approver", "Released" },
        { "/manage/payments/batches/{batch:Released}/file.xml", "finance", "" },
        { "/manage/payments/batches/new", "finance", "Approved and free" },
        { "/manage/payments/statements", "finance", "For the allotments" },
        { "/manage/payments/statements/{statement:Booked}", "auditor", "Account charges for the quarter" },
        { "/manage/payments/statements/{statement:Read}", "finance", "Hire of the reading room" },
        { "/manage/payments/statements/{statement:Read}/columns", "finance", "Paid out" },
        { "/manage/payments/statements/lines/{line:Open}", "finance", "It belongs to a payment, or to money asked back" },
        { "/manage/payments/statements/lines/{line:SetAside}", "auditor", "The bank’s own charges and interest" },
        { "/manage/payments/stripe", "finance", "Stripe is not set up" },
        { "/manage/payments/recoveries", "finance", "Owed since an award ended early" },
        { "/manage/payments/recoveries?surplus=true", "auditor", "to give back" },
        { "/manage/payments/recoveries/{repayment:Asked}", "approver", "Give up what is missing" },
        { "/manage/payments/recoveries/{repayment:WrittenOff}", "auditor", "Asking on would end it" },
        { "/manage/payments/recoveries/ask?award={award:The parents’ room in the evening}", "officer", "is owed back" },
    };

    /// <summary>A page, an account it is closed to, and the status it answers with.</summary>
    public static TheoryData<string, string, int> Closed => new()
    {
        { "/manage/payments/screening", "applicant1", 403 },
        { "/manage/payments/screening/import", "auditor", 403 },
        { "/manage/payments/claims", "reviewer1", 403 },
        { "/reviews/claims", "applicant1", 404 },
        { "/manage/payments", "", 302 },
        { "/manage/payments", "focal", 403 },
        { "/manage/payments/payees", "applicant1", 403 },
        { "/manage/payments/batches", "reviewer1", 403 },
        { "/manage/payments/prepare?pick=PY-2026-0001", "officer", 403 },
        { "/reviews/claims/bank", "applicant6", 404 },
        { "/manage/payments/funds", "", 302 },
        { "/manage/payments/funds", "reviewer1", 403 },
        { "/manage/payments/funds/no-such-fund", "finance", 404 },
        { "/manage/payments/sources/new", "officer", 403 },
        { "/manage/payments/ledger", "focal", 403 },
        { "/manage/payments/ledger.csv", "applicant1", 403 },
        { "/manage/payments/year-end", "focal", 403 },
        { "/manage/payments/batches", "", 302 },
        { "/manage/payments/batches/PB-1999-0001", "finance", 404 },
        { "/manage/payments/batches/{batch:Released}/file.xml", "approver", 403 },
        { "/manage/payments/statements", "applicant8", 403 },
        { "/manage/payments/statements/1", "finance", 404 },
        { "/manage/payments/statements/lines/1", "finance", 404 },
        { "/manage/payments/stripe", "applicant8", 403 },
        { "/manage/payments/recoveries", "reviewer1", 403 },
        { "/manage/payments/recoveries/RP-1999-0001", "finance", 404 },
    };
}
