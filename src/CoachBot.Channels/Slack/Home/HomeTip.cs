using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Home;

/// <summary>The Home's tip of the day: the same for everybody all day long, and every tip once before one comes again.</summary>
internal static class HomeTip
{
    // A prime larger than any pack: day by day it leads through all cases, and never to neighbours.
    private const long Stride = 1_000_003;

    /// <summary>The tip; null when the pack has none.</summary>
    public static Reply.Tip? Of(KnowledgePack pack, DateTimeOffset now, AnswerLanguage language)
    {
        var pool = pack.Cases.Where(one => one.Published && one.Zh.Tip.Length > 0 && one.En.Tip.Length > 0).ToList();
        if (pool.Count == 0)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(now.DateTime).DayNumber;
        var today = pool[(int)(day * Stride % pool.Count)];
        var face = today.In(language);
        var lesson = new TipLesson(language, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Tip, language));
        return new Reply.Tip(today.Id, [lesson], face.Drill is not null, language);
    }
}
