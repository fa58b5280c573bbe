using System.CommandLine;
using System.Data.Common;
using System.Reflection;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Settings;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Verbs;

/// <summary>
/// The command line: a verb with its options, or nothing, which serves the pages. Settings may be given among either as
/// <c>--Section:Name=value</c>. Exit codes: 0 done, 1 not done or something is wrong, 2 the line makes no sense.
/// </summary>
public sealed class VerbLine
{
    /// <summary>Exit code of what could not be done, or of a check that found something wrong.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a line that makes no sense.</summary>
    public const int Misused = 2;

    private static readonly string[] HostSettings = ["--environment", "--contentRoot", "--applicationName", "--urls"];

    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    private readonly ParseResult? _parsed;
    private readonly Verb? _verb;

    private VerbLine(string[] settings, ParseResult? parsed, Verb? verb)
    {
        Settings = settings;
        _parsed = parsed;
        _verb = verb;
    }

    /// <summary>What is for the configuration.</summary>
    public string[] Settings { get; }

    /// <summary>Whether a verb, its help or the list of verbs is asked for; otherwise the pages are to be served.</summary>
    public bool Asked => _parsed is not null;

    /// <summary>Whether the line can be answered without the portal: help, or a complaint.</summary>
    public bool AnswersItself => _parsed is not null && (_verb is null || _parsed.Errors.Count > 0 || _parsed.Action is System.CommandLine.Help.HelpAction);

    /// <summary>Takes a command line apart.</summary>
    public static VerbLine Read(string[] args)
    {
        var (settings, words) = Divide(args);
        if (words.Count == 0 || (words[0].StartsWith('-') && !Questions.Contains(words[0])))
        {
            return new VerbLine(args, null, null);
        }

        var verbs = All();
        var root = new RootCommand("GrantsPortal: without a verb it serves the portal's pages. Settings can be given with any verb as --Section:Name=value.");
        foreach (var verb in verbs)
        {
            var command = new Command(verb.Name, verb.Does);
            verb.Declare(command);
            command.SetAction(_ => 0);
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(words);
        return new VerbLine([.. settings], parsed, verbs.FirstOrDefault(verb => verb.Name == parsed.CommandResult.Command.Name));
    }

    /// <summary>Says the help or the complaint; returns the exit code.</summary>
    public int Answer(TextWriter output, TextWriter error)
    {
        if (_parsed!.Errors.Count > 0)
        {
            var complaints = _verb is null && _parsed.UnmatchedTokens is [var word, ..]
                ? [$"There is no verb \"{word}\"."]
                : _parsed.Errors.Select(complaint => complaint.Message);
            foreach (var complaint in complaints)
            {
                error.WriteLine(complaint);
            }

            error.WriteLine($"Ask for help with: {(_verb is null ? "" : _verb.Name + " ")}--help");
            return Misused;
        }

        return _parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
    }

    /// <summary>Does what was asked in a portal that was built but not started; returns the exit code.</summary>
    public async Task<int> Run(IServiceProvider services, TextReader input, TextWriter output, TextWriter error)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        try
        {
            if (_verb!.MigratesFirst)
            {
                var database = services.GetRequiredService<PortalDatabase>();
                Migrations.Apply(database);
                await services.GetRequiredService<Upgrades>().Apply();
                await services.GetRequiredService<StoredSettings>().Read(database);
            }

            return await _verb.Run(new VerbRun(_parsed!, services, input, output, error, interrupted.Token));
        }
        catch (VerbRefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped before the end.");
            return Failed;
        }
        catch (Exception fault)
        {
            await error.WriteLineAsync(Sentence(fault));
            return Failed;
        }
    }

    private static string Sentence(Exception fault) => fault switch
    {
        OptionsValidationException settings => "The settings are wrong: " + string.Join(" ", settings.Failures),
        DbException database => $"The database does not answer as it should: {database.Message} The verb doctor looks into it.",
        _ => fault.Message,
    };

    private static IReadOnlyList<Verb> All() =>
        [.. Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Verb)) && !type.IsAbstract)
            .Select(type => (Verb)Activator.CreateInstance(type)!)
            .OrderBy(verb => verb.Name, StringComparer.Ordinal)];

    /// <summary>Settings are what names a section or the host's own switches; everything else belongs to the verb.</summary>
    private static (List<string> Settings, List<string> Words) Divide(string[] args)
    {
        List<string> settings = [], words = [];
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return (settings, words);
    }
}

/// <summary>How verbs log.</summary>
public static class VerbLogging
{
    /// <summary>Logs warnings and worse alone, beside the results and not among them.</summary>
    public static void KeepQuiet(this ILoggingBuilder logging) =>
        logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
