using System.CommandLine;

namespace GrantsPortal.Web.Verbs;

/// <summary>What the web program does from the command line instead of serving pages. Every class that derives from it is one verb.</summary>
public abstract class Verb
{
    /// <summary>The word one types.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, as one sentence for <c>--help</c>.</summary>
    public abstract string Does { get; }

    /// <summary>Whether the database is brought up to date first; otherwise the verb takes it as it is.</summary>
    public virtual bool MigratesFirst => true;

    /// <summary>Adds the verb's options and arguments.</summary>
    public virtual void Declare(Command command)
    {
    }

    /// <summary>Does it and returns the exit code: 0 when all is well. Throws <see cref="VerbRefusedException"/> with a sentence when it cannot be done.</summary>
    public abstract Task<int> Run(VerbRun run);
}

/// <summary>One run of a verb.</summary>
/// <param name="Arguments">What was typed.</param>
/// <param name="Services">The portal, of which nothing runs by itself.</param>
/// <param name="In">What is piped in.</param>
/// <param name="Out">Where results go.</param>
/// <param name="Error">Where complaints and progress go.</param>
/// <param name="Cancel">Given when the person presses Ctrl+C.</param>
public sealed record VerbRun(ParseResult Arguments, IServiceProvider Services, TextReader In, TextWriter Out, TextWriter Error, CancellationToken Cancel)
{
    /// <summary>A use case or other service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}

/// <summary>A verb cannot be done; the message is the sentence to show.</summary>
public sealed class VerbRefusedException(string sentence, int exitCode = VerbLine.Failed) : Exception(sentence)
{
    /// <summary>The exit code of the program.</summary>
    public int ExitCode { get; } = exitCode;
}
