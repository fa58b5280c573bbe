using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GrantsPortal.TestWorld;

/// <summary>What a run of a verb left: exit code and what it wrote.</summary>
public sealed record VerbAnswer(int ExitCode, string Out, string Error);

/// <summary>The web program as a process of its own, on a storage folder of its own, which a test may kill at any moment.</summary>
public sealed partial class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said;

    private PortalProcess(Process process, ConcurrentQueue<string> said, Uri address)
    {
        _process = process;
        _said = said;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts the program on a free port and waits until it is ready; throws with what it wrote when it is not.</summary>
    public static async Task<PortalProcess> Start(string storage, params (string Name, string Value)[] settings)
    {
        var process = Begin([.. Settings(storage, settings), "--urls", "http://127.0.0.1:0"]);
        var (said, listening) = (new ConcurrentQueue<string>(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        void Hear(string? line)
        {
            if (line is null)
            {
                return;
            }

            said.Enqueue(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The portal ended while it started:\n" + string.Join('\n', said)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new PortalProcess(process, said, await listening.Task.WaitAsync(Patience));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<VerbAnswer> Verb(string storage, string[] words, params (string Name, string Value)[] settings)
    {
        using var process = Begin([.. words, .. Settings(storage, settings)]);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new VerbAnswer(process.ExitCode, await output, await error);
    }

    /// <summary>A visitor of it, who keeps cookies and is not signed in.</summary>
    public Visitor Visitor() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address });

    /// <summary>Kills it without a word (SIGKILL) and waits until it is gone.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static Process Begin(IEnumerable<string> arguments)
    {
        var web = Path.Combine(Root(), "src", "GrantsPortal.Web");
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(web, "bin", built.Parent!.Name, built.Name, "GrantsPortal.Web.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = web,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static IEnumerable<string> Settings(string storage, (string Name, string Value)[] settings) =>
        [$"--Storage:Path={storage}", .. settings.Select(setting => $"--{setting.Name}={setting.Value}")];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GrantsPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are not run from within the repository.");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
