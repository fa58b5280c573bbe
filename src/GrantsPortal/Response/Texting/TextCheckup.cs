using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Texting;

/// <summary>Whether text messages leave.</summary>
public sealed class TextCheckup(PortalDatabase database, IOptions<TextOptions> options) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Text messages";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!options.Value.IsSet)
        {
            return
            [
                new Finding(Health.Note, Area, "No gateway is set; incidents are alerted by e-mail alone.")
                {
                    Mend = "Set Text:WebhookUrl and Text:Secret; docs/operate.md says what the webhook gets.",
                },
            ];
        }

        await using var work = await database.Read(cancel);
        var counts = await TextRepository.Counts(work, work.Now.AddDays(-1));
        return
        [
            counts.Dead > 0
                ? new Finding(Health.Wrong, Area, "{0} text messages of the last day were refused or given up.", counts.Dead) { Mend = "Look at what the gateway answers; the log of the incident names each." }
                : new Finding(Health.Ok, Area, "{0} text messages wait.", counts.Waiting),
        ];
    }
}
