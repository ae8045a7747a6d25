using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>Tips for whoever asks, from the same memory as the daily post: what a conversation has had does not come again soon.</summary>
public sealed class ChannelTips(
    ITipSubscriptions subscriptions, ITipHistory history, Func<KnowledgePack> pack, TipOptions options, TimeProvider time) : ITips
{
    // Two people who press at the same moment get two tips; more than that at once is no real place.
    private const int MostTries = 5;
    private static readonly TimeSpan MissedWithin = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public async Task<Reply.Tip?> TodayAsync(ConversationKey where, AnswerLanguage language, CancellationToken cancel)
    {
        var memory = await RememberAsync(where, cancel);
        var subscription = await subscriptions.FindAsync(where, cancel);
        var begin = BeginOfDay(subscription?.Schedule.TimeZone ?? options.TimeZone);
        var today = memory.Used.Where(use => use.Value >= begin && use.Value <= time.GetUtcNow()).OrderByDescending(use => use.Value).Select(use => use.Key)
            .Select(id => TipReply.Of(pack(), id, [language])).FirstOrDefault(tip => tip is not null);
        return today ?? await AnotherAsync(where, null, language, cancel);
    }

    /// <inheritdoc />
    public async Task<Reply.Tip?> AnotherAsync(ConversationKey where, string? shown, AnswerLanguage language, CancellationToken cancel)
    {
        var subscription = await subscriptions.FindAsync(where, cancel);
        var pool = (subscription?.Filter ?? TipFilter.None).Pool(pack()).Where(id => id != shown).ToList();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var memory = await RememberAsync(where, cancel);
            if (TipChooser.Next(pool, memory, subscription?.Id ?? where.Conversation) is not { } next)
            {
                return null;
            }

            var before = memory.Used.TryGetValue(next, out var used) ? used : (DateTimeOffset?)null;
            if (await history.NoteAsync(where, next, before, time.GetUtcNow(), cancel))
            {
                return TipReply.Of(pack(), next, [language]);
            }
        }

        return null;
    }

    private Task<TipMemory> RememberAsync(ConversationKey where, CancellationToken cancel) =>
        history.RememberAsync(where, time.GetUtcNow() - MissedWithin, cancel);

    private DateTimeOffset BeginOfDay(string zoneName)
    {
        var now = time.GetUtcNow();
        return TimeZones.Find(zoneName, out var zone)
            ? TipClock.MomentOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), TimeOnly.MinValue, zone)
            : new DateTimeOffset(now.Date, TimeSpan.Zero);
    }
}
