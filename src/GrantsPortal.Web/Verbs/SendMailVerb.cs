using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>send-mail</c>: sends what is due in the outbox, once.</summary>
public sealed class SendMailVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "send-mail";

    /// <inheritdoc/>
    public override string Does => "Sends what is due in the outbox once; exit code 1 when something could not be sent.";

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var report = await run.Get<OutboxSender>().Drain(run.Cancel);
        await run.Out.WriteLineAsync($"{report.Sent} sent, {report.PutOff} put off, {report.GivenUp} given up, {report.InDoubt} in doubt.");
        if (report.Trouble is { } trouble)
        {
            await run.Error.WriteLineAsync($"No e-mail can leave: {trouble}");
        }

        return report is { Trouble: null, PutOff: 0, GivenUp: 0, InDoubt: 0 } ? 0 : VerbLine.Failed;
    }
}
