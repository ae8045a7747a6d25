namespace CoachBot.Core.Knowledge;

/// <summary>Keeps what was good before in the place of what is broken now.</summary>
public static class LastGood
{
    /// <summary>
    /// The new pack, where each file with an error is replaced by its last good version. A file that was deleted stays
    /// deleted; only a broken one is.
    /// </summary>
    /// <param name="reading">What was just read.</param>
    /// <param name="before">The pack that serves now.</param>
    public static KnowledgePack OrBefore(this KnowledgeReading reading, KnowledgePack before)
    {
        var broken = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File).ToHashSet();
        if (broken.Count == 0)
        {
            return reading.Pack;
        }

        var now = reading.Pack;
        return now with
        {
            Cases = Keep(now.Cases, before.Cases, entry => entry.Id, "cases"),
            Redirects = Keep(now.Redirects, before.Redirects, entry => entry.Id, "redirects"),

            // The questions of a broken case have no case to lead to at the moment; they come back with it.
            Alternates = Keep(now.Alternates, before.Alternates, entry => entry.Id, "alternates", "cases", "redirects"),
            Calendars = Keep(now.Calendars, before.Calendars, entry => entry.Id, "calendars"),
            Glossary = broken.Contains("lexicon/glossary.yaml") ? before.Glossary : now.Glossary,
            Signals = broken.Contains("lexicon/signals.yaml") ? before.Signals : now.Signals,
            SignalExamples = broken.Contains("lexicon/signal-examples.yaml") ? before.SignalExamples : now.SignalExamples,
            Outside = broken.Contains("lexicon/outside.yaml") ? before.Outside : now.Outside,
            FollowUps = broken.Contains("lexicon/follow-ups.yaml") ? before.FollowUps : now.FollowUps,
            Forbidden = broken.Contains("lexicon/forbidden.yaml") ? before.Forbidden : now.Forbidden,
            People = broken.Contains("people.yaml") ? before.People : now.People,
            Documents = broken.Contains("sources.yaml") ? before.Documents : now.Documents,
        };

        List<T> Keep<T>(IReadOnlyList<T> good, IReadOnlyList<T> earlier, Func<T, string> id, params string[] folders)
        {
            var present = good.Select(id).ToHashSet();
            var lost = broken.Where(file => Array.Exists(folders, folder => file.StartsWith(folder + "/", StringComparison.Ordinal))).Select(Name).ToHashSet();
            return [.. good, .. earlier.Where(entry => lost.Contains(id(entry)) && !present.Contains(id(entry)))];
        }
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
