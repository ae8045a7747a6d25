using System.Globalization;

namespace CoachBot.Benchmarks.Memory;

/// <summary>Times as a line of a table.</summary>
internal static class Percentiles
{
    public static string Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(.5):F2} ms, p90 {At(.9):F2}, p99 {At(.99):F2}, most {sorted[^1]:F1}");

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
