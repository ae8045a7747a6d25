using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Drafting;

/// <summary>Writes a card from the case as it stands: no model, no network, nothing invented. Always works.</summary>
public sealed class TemplateDrafter : IReplyDrafter
{
    /// <inheritdoc />
    public CounterCard Draft(Case @case, KnowledgePack pack, AnswerLanguage language)
    {
        var face = @case.In(language);
        var house = new HouseMarks(@case.House);
        return new CounterCard
        {
            Id = @case.Id,
            Language = language,
            Title = Show(face.Title),
            Situation = Show(face.Situation),
            Say = Lines("say", face.Say),
            Do = Lines("do", face.Do),
            Avoid = face.Avoid.Select((item, at) =>
                new CardAvoidance(Show(item.Dont), ShowAny(item.Instead), ShowAny(item.Why), house.Has("avoid", at))).ToList(),
            Escalate = face.Escalate.Select((item, at) =>
                new CardEscalation(Show(item.When), People.Name(pack, item.To, language), Show(item.Within), house.Has("escalate", at))).ToList(),
            Why = Show(face.Why),
            Note = ShowAny(face.Note),
            OtherTrade = @case.Domain is "bank" or "insurance" or "generic" ? null : CardTexts.Get("Domain." + @case.Domain, language),
            Example = @case.Example,
            Sources = @case.Sources.Select(source => Source(source, pack, language)).ToList(),
            Verification = @case.Review.Verified is { } day
                ? CardTexts.Get("Verified", language, @case.Review.Owner, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : CardTexts.Get("NotVerified", language),
        };

        List<CardLine> Lines(string field, IReadOnlyList<string> texts) =>
            texts.Select((text, at) => new CardLine(Show(text), house.Has(field, at))).ToList();

        string Show(string text) => LanguageFaces.Show(text, language);

        string? ShowAny(string? text) => text is null ? null : Show(text);
    }

    private static string Source(SourceReference source, KnowledgePack pack, AnswerLanguage language)
    {
        var title = pack.Documents.TryGetValue(source.Document, out var titles)
            ? LanguageFaces.Show(language == AnswerLanguage.En ? titles.En : titles.Zh, language)
            : source.Document;
        return CardTexts.Get("SourceLine", language, title, LanguageFaces.Show(source.Section, language));
    }

    private sealed class HouseMarks(IReadOnlyList<string> paths)
    {
        public bool Has(string field, int at)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{field}.{at + 1}");
            return paths.Any(path => path == field || path == item || path.StartsWith(item + ".", StringComparison.Ordinal));
        }
    }
}
