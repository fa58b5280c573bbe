using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Bank;

/// <summary>Whether the city's bank account is set and can be right.</summary>
public sealed class BankCheckup(IOptions<BankOptions> bank) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Bank";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!bank.Value.IsSet)
        {
            return One(new Finding(Health.Note, Area, "No bank account of the city is set, so nothing can be paid by bank transfer.")
            {
                Mend = "Set Bank:Holder with Bank:Iban and Bank:Bic, or with Bank:SortCode and Bank:AccountNumber, or with Bank:RoutingNumber and Bank:AccountNumber.",
            });
        }

        var read = bank.Value.Account();
        return Task.FromResult<IReadOnlyList<Finding>>(read.Done
            ? [new Finding(Health.Ok, Area, "Payments go out from {0}, account of {1}", read.Value.Masked, read.Value.Holder)]
            : [.. read.Refusals.Select(refusal => new Finding(Health.Wrong, Area, "Bank:{0} cannot be right ({1}).", refusal.Field, refusal.Code)
            {
                Mend = "Compare it with a statement of the account.",
            })]);
    }

    private static Task<IReadOnlyList<Finding>> One(Finding finding) => Task.FromResult<IReadOnlyList<Finding>>([finding]);
}
