using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Handling;

/// <summary>How the bot introduces itself, with three questions that it really answers.</summary>
public sealed class Greeting(Coach coach)
{
    private static readonly string[] Wanted = ["Example.1", "Example.2", "Example.3"];
    private volatile Known? _known;

    /// <summary>The welcome in a language.</summary>
    public Reply.Welcome Welcome(AnswerLanguage language) => new(TurnTexts.Get("Welcome", language), Examples(language), language);

    /// <summary>Three questions that are answered with a card, in a language.</summary>
    public IReadOnlyList<string> Examples(AnswerLanguage language)
    {
        var known = _known;
        if (known is null || known.Fingerprint != coach.Pack.Fingerprint)
        {
            _known = known = new Known(coach.Pack.Fingerprint, Enum.GetValues<AnswerLanguage>().ToDictionary(one => one, Find));
        }

        return known.Examples[language];
    }

    // The house's own examples first; a bank whose pack does not answer them gets the typical questions of its own cases.
    private List<string> Find(AnswerLanguage language) => Wanted
        .Select(name => TurnTexts.Get(name, language))
        .Concat(coach.Pack.Cases.Where(@case => @case.Published).SelectMany(@case => @case.In(language).Asks.Take(1)).Take(MostTried)
            .Select(text => LanguageFaces.Show(text, language)))
        .Where(text => coach.Answer(text).Outcome == Outcome.Answered)
        .Take(Wanted.Length)
        .ToList();

    private const int MostTried = 30;

    private sealed record Known(string Fingerprint, Dictionary<AnswerLanguage, List<string>> Examples);
}
