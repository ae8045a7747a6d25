using CoachBot.Channels.Text;
using Spectre.Console;

namespace CoachBot.Host.CommandLine;

/// <summary>Writes to the terminal: colours where there is one, plain lines where there is none. Standard output is for answers only.</summary>
internal static class Terminal
{
    private static readonly IAnsiConsole Errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether a person sits in front of standard error.</summary>
    private static bool IsWatched => !Console.IsErrorRedirected;

    /// <summary>Writes a line to standard output as it is.</summary>
    public static void Write(string line) => Console.Out.WriteLine(line);

    /// <summary>Writes the lines of an answer: coloured and wrapped in a terminal, one line each elsewhere.</summary>
    public static void Write(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (Console.IsOutputRedirected)
            {
                Console.Out.WriteLine(line.ToString());
            }
            else
            {
                WriteColoured(line);
            }
        }
    }

    /// <summary>Writes a marked-up line to standard output: coloured and wrapped in a terminal, plain and whole elsewhere.</summary>
    public static void WriteMarkup(string markup)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(Markup.Remove(markup));
        }
        else
        {
            AnsiConsole.MarkupLine(markup);
        }
    }

    /// <summary>Writes a table or the like to standard output.</summary>
    public static void Write(Spectre.Console.Rendering.IRenderable shape) => AnsiConsole.Write(shape);

    /// <summary>Writes a complaint to standard error.</summary>
    public static void Complain(string line) => Errors.MarkupLineInterpolated($"[red]{line}[/]");

    /// <summary>Writes a remark to standard error.</summary>
    public static void Note(string line) => Errors.WriteLine(line);

    /// <summary>Does something that may take a second, saying so where somebody watches.</summary>
    public static T Wait<T>(string text, Func<T> work) =>
        IsWatched ? Errors.Status().Start(Markup.Escape(text) + "...", _ => work()) : work();

    /// <summary>Does something long with a progress bar where somebody watches.</summary>
    public static T Progress<T>(string text, Func<IProgress<double>?, T> work)
    {
        if (!IsWatched)
        {
            return work(null);
        }

        return Errors.Progress().Start(context =>
        {
            var task = context.AddTask(Markup.Escape(text), maxValue: 1);
            return work(new Bar(task));
        });
    }

    /// <summary>Does something long with a progress bar where somebody watches.</summary>
    public static async Task<T> ProgressAsync<T>(string text, Func<IProgress<double>?, Task<T>> work)
    {
        if (!IsWatched)
        {
            return await work(null);
        }

        return await Errors.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(text), maxValue: 1);
            return await work(new Bar(task));
        });
    }

    private static void WriteColoured(TextLine line)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(0).PadLeft(0)).AddColumn(new GridColumn().PadRight(0).PadLeft(0));
        grid.AddRow(new Text(line.Lead, StyleOf(line.Style)), new Text(line.Text, StyleOf(line.Style)));
        AnsiConsole.Write(line.Lead.Length > 0 ? grid : new Text(line.Text + "\n", StyleOf(line.Style)));
    }

    private static Style StyleOf(TextStyle style) => style switch
    {
        TextStyle.Alert => new Style(Color.White, Color.Red3, Decoration.Bold),
        TextStyle.Title => new Style(decoration: Decoration.Bold | Decoration.Underline),
        TextStyle.Heading => new Style(Color.DeepSkyBlue2, decoration: Decoration.Bold),
        TextStyle.Say => new Style(Color.Green3, decoration: Decoration.Bold),
        TextStyle.Dont => new Style(Color.Red3),
        TextStyle.Better => new Style(Color.Green3),
        TextStyle.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
