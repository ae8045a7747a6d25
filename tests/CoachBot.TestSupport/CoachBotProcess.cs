using System.Diagnostics;
using System.Text;

namespace CoachBot.TestSupport;

/// <summary>What a run of the program left behind.</summary>
/// <param name="ExitCode">What it told the shell.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of standard output; an empty line is a line.</summary>
    public IReadOnlyList<string> Lines { get; } = Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
}

/// <summary>
/// The real built program in a process of its own: <c>dotnet coachbot.dll</c> of the host's own output folder. Ends only the
/// process it started.
/// </summary>
public sealed class CoachBotProcess : IAsyncDisposable
{
    /// <summary>How long a run may take before it is ended and counted as failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Collected _output = new();
    private readonly Collected _errors = new();

    private CoachBotProcess(Process process) => _process = process;

    /// <summary>The folder the program was built into.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>Runs the program to its end.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="workingFolder">Where the caller stands; the repository's root unless told otherwise.</param>
    /// <param name="input">Standard input; without it, it is empty.</param>
    /// <param name="environment">Settings of this run, over a clean English environment.</param>
    public static async Task<ProgramRun> RunAsync(
        string[] arguments, string? workingFolder = null, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var program = Start(arguments, workingFolder, environment);
        await program._process.StandardInput.WriteAsync(input);
        program._process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await program._process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'coachbot {string.Join(' ', arguments)}' took longer than {Limit}.\n{program._errors.Text}");
        }

        return new ProgramRun(program._process.ExitCode, program._output.Text, program._errors.Text);
    }

    /// <summary>Starts the program and lets it run until it is disposed of.</summary>
    public static CoachBotProcess Start(string[] arguments, string? workingFolder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(DotNet(), [Path.Combine(Home, "coachbot.dll"), .. arguments])
        {
            WorkingDirectory = workingFolder ?? RepositoryRoot.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var program = new CoachBotProcess(Process.Start(start)!);
        program._process.OutputDataReceived += (_, line) => program._output.Add(line.Data);
        program._process.ErrorDataReceived += (_, line) => program._errors.Add(line.Data);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Everything on standard output so far.</summary>
    public string Output => _output.Text;

    /// <summary>Everything on standard error so far.</summary>
    public string Errors => _errors.Text;

    /// <summary>Waits until a text stands on standard error, from the given number of lines on.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> WaitForErrorAsync(string text, TimeSpan limit, int after = 0)
    {
        var watch = Stopwatch.StartNew();
        while (!_errors.From(after).Contains(text, StringComparison.Ordinal))
        {
            if (watch.Elapsed > limit || _process.HasExited)
            {
                throw new TimeoutException($"'{text}' did not appear on standard error within {limit}; exited: {_process.HasExited}. It says:\n{Errors}");
            }

            await Task.Delay(20);
        }

        return watch.Elapsed;
    }

    /// <summary>How many lines standard error has so far.</summary>
    public int ErrorLines => _errors.Count;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string DotNet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static string FindHome()
    {
        // .../bin/<configuration>/<framework>/ of the tests names the same two for the host.
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var beside = RepositoryRoot.In("src", "CoachBot.Host", "bin", here.Parent!.Name, here.Name);
        return File.Exists(Path.Combine(beside, "coachbot.dll")) ? beside : AppContext.BaseDirectory;
    }

    private sealed class Collected
    {
        private readonly List<string> _lines = [];

        public int Count
        {
            get
            {
                lock (_lines)
                {
                    return _lines.Count;
                }
            }
        }

        public string Text => From(0);

        public void Add(string? line)
        {
            if (line is not null)
            {
                lock (_lines)
                {
                    _lines.Add(line);
                }
            }
        }

        public string From(int first)
        {
            lock (_lines)
            {
                return string.Concat(_lines.Skip(first).Select(line => line + "\n"));
            }
        }
    }
}
