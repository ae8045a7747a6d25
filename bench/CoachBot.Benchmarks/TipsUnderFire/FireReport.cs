using CoachBot.Core.Tips;
using CoachBot.Infrastructure.Storage;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>Compares what the store says with what the messengers took.</summary>
internal static class FireReport
{
    private const double MostDoubles = 0.005;

    public static async Task<int> PrintAsync(Database database, UnreliableMessengers messengers, int tips, int kills, int restarts)
    {
        var rows = await database.ReadAsync(
            new("SELECT subscription_id, state, in_doubt, due_at, attempts FROM tip_deliveries"),
            row => (Channel: row.GetString(0).Replace("subscription", "channel", StringComparison.Ordinal), State: (TipState)row.GetInt64(1),
                InDoubt: row.Truth(2), Due: row.Time(3), Attempts: row.GetInt64(4)),
            CancellationToken.None);
        var taken = messengers.Accepted.GroupBy(post => post.Conversation).ToDictionary(posts => posts.Key, posts => posts.OrderBy(post => post.At).ToList());
        var lost = rows.Count(row => !taken.ContainsKey(row.Channel)) + (tips - rows.Count);
        var doubles = taken.Values.Where(posts => posts.Count > 1).ToList();
        var unanswered = doubles.Count(posts => posts.SkipLast(1).All(post => !post.Answered));
        var open = rows.Count(row => !row.State.IsFinal());
        var late = rows.Where(row => taken.ContainsKey(row.Channel)).Select(row => (taken[row.Channel][0].At - row.Due).TotalSeconds).Order().ToList();

        Console.WriteLine($"tips due            {tips}, rows {rows.Count}, calls {messengers.Answers.Values.Sum()}, attempts {rows.Sum(row => row.Attempts)}");
        Console.WriteLine($"replicas killed     {kills}; database restarted {restarts} times");
        Console.WriteLine($"messengers          {string.Join(", ", messengers.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key}: {answer.Value}"))}");
        Console.WriteLine($"states              {string.Join(", ", rows.CountBy(row => row.State).OrderBy(state => state.Key).Select(state => $"{state.Key.Code()}: {state.Value}"))}; without an end: {open}");
        Console.WriteLine($"taken from the dead {rows.Count(row => row.InDoubt)} while being sent");
        Console.WriteLine($"first post late by  p50 {At(late, 0.5):0.0} s, p99 {At(late, 0.99):0.0} s, most {At(late, 1):0.0} s");
        Console.WriteLine($"lost                {lost}");
        Console.WriteLine($"doubles             {doubles.Count} ({100.0 * doubles.Count / tips:0.00} %): accepted and never answered {unanswered}, answered but killed before it was noted {doubles.Count - unanswered}");

        // With few tips one double is more than half a percent: there every third kill may cost one.
        var bound = Math.Max(MostDoubles * tips, tips < 1000 ? kills / 3.0 : 0);
        var wrongCase = taken.Values.Count(posts => posts.DistinctBy(post => post.Case).Count() > 1);
        var isWell = lost == 0 && open == 0 && doubles.Count <= bound && wrongCase == 0;
        Console.WriteLine(isWell ? "well" : $"NOT WELL (bound {bound:0.0} doubles, {wrongCase} doubles with another case)");
        return isWell ? 0 : 1;
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
