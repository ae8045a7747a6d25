namespace CoachBot.Core.Drafting.Fitting;

/// <summary>Words that make a sentence kinder or slower and say nothing of the matter (<c>Data/tone-words.txt</c>).</summary>
internal static class ToneWords
{
    private static readonly List<List<string>> Phrases = WordList.Read("tone-words")
        .Select(phrase => ClauseReader.Read(phrase).SelectMany(units => units).ToList())
        .OrderByDescending(phrase => phrase.Count)
        .ToList();

    /// <summary>The units that are left when every tone word is taken out.</summary>
    public static List<string> Without(List<string> units)
    {
        var left = new List<string>(units.Count);
        for (var at = 0; at < units.Count;)
        {
            var phrase = Phrases.Find(phrase => at + phrase.Count <= units.Count && phrase.SequenceEqual(units.GetRange(at, phrase.Count)));
            if (phrase is null)
            {
                left.Add(units[at++]);
            }
            else
            {
                at += phrase.Count;
            }
        }

        return left;
    }
}
