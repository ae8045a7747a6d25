using System.Globalization;
using System.Text;

namespace CoachBot.Benchmarks.Scale;

/// <summary>Draws the stored measurements as SVG, both axes logarithmic.</summary>
internal static class ScalePlot
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 40;
    private const int Bottom = 50;
    private static readonly string[] Colours = ["#1f6fb2", "#7db3dd", "#c0562b", "#e6a98b"];

    public static int Run()
    {
        var rows = ScaleRow.ReadAll();
        if (rows.Count == 0)
        {
            Console.Error.WriteLine($"{ScaleRow.File} holds nothing yet: run scale");
            return 1;
        }

        Draw("latency.svg", "Question to card, one thread, milliseconds", Lines(rows, ("p50", "p50_ms"), ("p99", "p99_ms")));
        Draw("memory.svg", "Memory and disk, megabytes", Lines(rows, ("resident", "resident_mb"), ("index", "index_mb")));
        Draw("build.svg", "Building the index, seconds", Lines(rows, ("build", "build_s")));
        return 0;
    }

    private static List<Line> Lines(List<ScaleRow> rows, params (string Name, string Column)[] measures) =>
        (from engine in new[] { ScaleRow.Ours, ScaleRow.Sqlite }
         from measure in measures
         select new Line(
             $"{engine} {measure.Name}",
             rows.Where(row => row.Engine == engine).OrderBy(row => row.Cases).Select(row => ((double)row.Cases, row[measure.Column])).ToList())).ToList();

    private static void Draw(string name, string title, List<Line> lines)
    {
        var x = Axis.Around(lines.SelectMany(line => line.Points).Select(point => point.X), Left, Width - Right);
        var y = Axis.Around(lines.SelectMany(line => line.Points).Select(point => point.Y), Height - Bottom, Top);
        var svg = new StringBuilder();
        Put(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Put(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Put(svg, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\" fill=\"#222222\">{title}</text>");
        foreach (var tick in x.Ticks)
        {
            Put(svg, $"<line x1=\"{x.At(tick):F1}\" x2=\"{x.At(tick):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#dddddd\"/>");
            Put(svg, $"<text x=\"{x.At(tick):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\" fill=\"#444444\">{tick:#,0.###}</text>");
        }

        foreach (var tick in y.Ticks)
        {
            Put(svg, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(tick):F1}\" y2=\"{y.At(tick):F1}\" stroke=\"#dddddd\"/>");
            Put(svg, $"<text x=\"{Left - 8}\" y=\"{y.At(tick) + 4:F1}\" text-anchor=\"end\" fill=\"#444444\">{tick:#,0.###}</text>");
        }

        Put(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\" fill=\"#444444\">cases</text>");
        foreach (var (at, line) in lines.Index())
        {
            var colour = Colours[lines.Count == 2 ? at * 2 : at];
            var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x.At(point.X):F1},{y.At(point.Y):F1}")));
            Put(svg, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\"/>");
            foreach (var point in line.Points)
            {
                Put(svg, $"<circle cx=\"{x.At(point.X):F1}\" cy=\"{y.At(point.Y):F1}\" r=\"3.5\" fill=\"{colour}\"/>");
            }

            Put(svg, $"<rect x=\"{Width - Right + 16}\" y=\"{Top + (at * 22)}\" width=\"14\" height=\"4\" fill=\"{colour}\"/>");
            Put(svg, $"<text x=\"{Width - Right + 36}\" y=\"{Top + 6 + (at * 22)}\" fill=\"#222222\">{line.Name}</text>");
        }

        svg.Append("</svg>\n");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(ScaleRow.File)!, name), svg.ToString());
    }

    private static void Put(StringBuilder svg, FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed record Line(string Name, List<(double X, double Y)> Points);

    /// <summary>Powers of ten between two edges of the picture.</summary>
    private sealed record Axis(int First, int Last, int From, int To)
    {
        public IEnumerable<double> Ticks => Enumerable.Range(First, Last - First + 1).Select(power => Math.Pow(10, power));

        public static Axis Around(IEnumerable<double> values, int from, int to)
        {
            var all = values.Where(value => value > 0).ToList();
            var first = (int)Math.Floor(Math.Log10(all.Min()));
            return new Axis(first, Math.Max(first + 1, (int)Math.Ceiling(Math.Log10(all.Max()))), from, to);
        }

        public double At(double value) => From + ((To - From) * (Math.Log10(Math.Max(value, 1e-9)) - First) / (Last - First));
    }
}
