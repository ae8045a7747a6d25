using CoachBot.Core.Coaching;
using CoachBot.Core.Statistics;
using CoachBot.Infrastructure.Storage.Tips;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>Counts with the database's own means; nothing is loaded but what is shown.</summary>
internal sealed class Statistics(Database database) : IStatistics
{
    /// <inheritdoc />
    public async Task<Figures> OfAsync(DateTimeOffset from, DateTimeOffset to, int gaps, CancellationToken cancel) => new(
        from, to, await QuestionsAsync(from, to, cancel), await RatingsAsync(from, to, cancel), await GapsAsync(from, to, gaps, cancel), await TipDeliveryStore.CountAsync(database, from, to, cancel));

    private async Task<QuestionFigures> QuestionsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var taken = (await database.ReadAsync(
            new("SELECT outcome, count(*) FROM questions WHERE asked_at >= $1 AND asked_at < $2 GROUP BY outcome", from, to),
            row => (Outcome: row.Choice<Outcome>(0)!.Value, Count: row.GetInt64(1)),
            cancel)).ToDictionary(pair => pair.Outcome, pair => pair.Count);
        var asked = taken.Values.Sum();
        var people = await database.ReadFirstAsync(
            new("SELECT count(DISTINCT person) FROM questions WHERE asked_at >= $1 AND asked_at < $2", from, to), row => row.GetInt64(0), cancel);
        return new(
            asked, Of(Outcome.Answered), Of(Outcome.Choose), Of(Outcome.Redirect), Of(Outcome.None), people, await LatencyAsync(0.5), await LatencyAsync(0.99));

        long Of(Outcome outcome) => taken.GetValueOrDefault(outcome);

        async Task<TimeSpan?> LatencyAsync(double share) => asked == 0
            ? null
            : TimeSpan.FromMicroseconds(await database.ReadFirstAsync(
                new(
                    "SELECT latency FROM questions WHERE asked_at >= $1 AND asked_at < $2 ORDER BY latency LIMIT 1 OFFSET $3",
                    from, to, (long)(share * (asked - 1))),
                row => row.GetInt64(0),
                cancel));
    }

    private async Task<RatingFigures> RatingsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        (await database.ReadFirstAsync(
            new("SELECT count(*), COALESCE(sum(helpful), 0) FROM feedback WHERE given_at >= $1 AND given_at < $2", from, to),
            row => new RatingFigures(row.GetInt64(0), Convert.ToInt64(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)),
            cancel))!;

    private async Task<IReadOnlyList<GapFigure>> GapsAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancel) => await database.ReadAsync(
        new(
            """
            SELECT text, count(*), max(CASE WHEN expert_answer IS NULL THEN 0 ELSE 1 END) FROM gaps WHERE opened_at >= $1 AND opened_at < $2
            GROUP BY text ORDER BY count(*) DESC, max(opened_at) DESC, text LIMIT $3
            """,
            from, to, (long)most),
        row => new GapFigure(row.GetString(0), row.GetInt64(1), Convert.ToInt64(row.GetValue(2), System.Globalization.CultureInfo.InvariantCulture) != 0),
        cancel);
}
