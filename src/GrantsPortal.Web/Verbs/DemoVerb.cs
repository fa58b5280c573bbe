using GrantsPortal.Publishing.Demo;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>demo</c>: fills an empty portal with a city to look at.</summary>
public sealed class DemoVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "demo";

    /// <inheritdoc/>
    public override string Does => "Fills an empty portal with demo data; a second time changes nothing.";

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var filled = await run.Get<DemoData>().Fill(run.Cancel);
        if (filled.Refused)
        {
            throw new VerbRefusedException(run.Get<Sentences>().Say(filled.Refusals[0]));
        }

        if (!filled.Value)
        {
            await run.Out.WriteLineAsync("The demo data are there already; nothing was changed.");
            return 0;
        }

        await run.Out.WriteLineAsync($"The portal is filled. Everybody below signs in with the password {DemoData.Password}");
        foreach (var account in DemoPeople.Accounts)
        {
            await run.Out.WriteLineAsync($"  {account.Email,-26} {account.Name,-16} {account.Is}");
        }

        return 0;
    }
}
