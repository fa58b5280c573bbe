using System.CommandLine;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>create-admin --email E</c>: makes an administrator, as the first one of a new portal.</summary>
public sealed class CreateAdminVerb : Verb
{
    private readonly Option<string> _email = new("--email") { Description = "The administrator's e-mail address.", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "The administrator's name.", DefaultValueFactory = _ => "Administrator" };
    private readonly Option<bool> _passwordStdin = new("--password-stdin") { Description = "Read the password from standard input; otherwise they set one by the link that is shown." };

    /// <inheritdoc/>
    public override string Name => "create-admin";

    /// <inheritdoc/>
    public override string Does => "Makes an account with the role of administrator.";

    /// <inheritdoc/>
    public override void Declare(Command command)
    {
        command.Options.Add(_email);
        command.Options.Add(_name);
        command.Options.Add(_passwordStdin);
    }

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var piped = run.Arguments.GetValue(_passwordStdin);
        var password = piped ? await run.In.ReadLineAsync(run.Cancel) : null;
        if (piped && string.IsNullOrEmpty(password))
        {
            throw new VerbRefusedException("No password came on standard input.", VerbLine.Misused);
        }

        var email = run.Arguments.GetValue(_email)!;
        var made = await run.Get<PeopleDesk>().Create(run.Arguments.GetValue(_name)!, email, password, Roles.Administrator);
        if (made.Refused)
        {
            var sentences = run.Get<Sentences>();
            throw new VerbRefusedException(string.Join(Environment.NewLine, made.Refusals.Select(sentences.Say)));
        }

        var portal = run.Get<IOptions<PortalOptions>>().Value.PublicUrl.TrimEnd('/');
        await run.Out.WriteLineAsync(password is null
            ? $"{made.Value.Email} is an administrator now. They set their password at {portal}{AccountRoutes.ForgotPassword}"
            : $"{made.Value.Email} is an administrator now and signs in at {portal}{AccountRoutes.SignIn}");
        return 0;
    }
}
