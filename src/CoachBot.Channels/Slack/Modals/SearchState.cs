using System.Globalization;
using System.Text.Json;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>A search as the window carries it; what comes back is untrusted and read within bounds.</summary>
/// <param name="Text">The words.</param>
/// <param name="Filters">The value of each filter by its name; a filter for all is left out.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Language">The window's language.</param>
internal sealed record SearchState(string Text, IReadOnlyDictionary<string, string> Filters, int Page, AnswerLanguage Language)
{
    /// <summary>Characters the words may have.</summary>
    public const int MostCharacters = 200;

    /// <summary>The value of a menu that stands for no filter.</summary>
    public const string All = "all";

    /// <summary>The filters, by their names in the search language.</summary>
    public static readonly IReadOnlyList<string> FilterNames = [.. new[] { KeywordField.Role, KeywordField.Kind, KeywordField.Tag, KeywordField.Lang }.Select(field => field.Name())];

    private const int MostPages = 1000;
    private const string TextMember = "text";
    private const string PageMember = "page";
    private const string LanguageMember = "language";

    /// <summary>An empty search.</summary>
    public static SearchState New(AnswerLanguage language, string text = "") => new(Short(text), new Dictionary<string, string>(), 1, language);

    /// <summary>The search in the search language.</summary>
    public string Query => string.Join(' ', Filters.Select(filter => $"{filter.Key}:{filter.Value}").Prepend(Text)).Trim();

    /// <summary>As the window carries it.</summary>
    public string Write()
    {
        var members = new Dictionary<string, string>(Filters)
        {
            [TextMember] = Text,
            [PageMember] = Page.ToString(CultureInfo.InvariantCulture),
            [LanguageMember] = Language.Code(),
        };
        return JsonSerializer.Serialize(members, SlackWriting.Default.DictionaryStringString);
    }

    /// <summary>Reads it back; an empty English search when it is nothing of ours.</summary>
    public static SearchState Read(string? carried)
    {
        try
        {
            using var parsed = JsonDocument.Parse(carried ?? "");
            var members = parsed.RootElement;
            return new SearchState(
                Short(members.Text(TextMember) ?? ""),
                Known(name => members.Text(name)),
                (int)Math.Clamp(members.Number(PageMember) ?? 1, 1, MostPages),
                AnswerLanguageCodes.Of(members.Text(LanguageMember)) ?? AnswerLanguage.En);
        }
        catch (JsonException)
        {
            return New(AnswerLanguage.En);
        }
    }

    /// <summary>The search with what the window's own fields hold, from its first page.</summary>
    /// <param name="view">The window.</param>
    /// <param name="used">The field that was used just now.</param>
    public SearchState With(SlackView view, UsedElement? used)
    {
        var text = Held(SearchWindow.TextBlock, SearchWindow.TextAction);
        return this with
        {
            Text = Short(text ?? (view.State.ContainsKey((SearchWindow.TextBlock, SearchWindow.TextAction)) ? "" : Text)),
            Filters = Known(name => Held(SearchWindow.FilterBlock, SearchWindow.FilterAction(name)) ?? Filters.GetValueOrDefault(name)),
            Page = 1,
        };

        string? Held(string block, string action) => used?.ActionId == action ? used.Value : view[block, action];
    }

    // A value is one word of the search language, whatever was put into it.
    private static Dictionary<string, string> Known(Func<string, string?> value) => FilterNames
        .Select(name => (name, value: Word(value(name))))
        .Where(filter => filter.value is not (null or "" or All))
        .ToDictionary(filter => filter.name, filter => filter.value!);

    private static string? Word(string? value) =>
        value is null ? null : TextCut.To(string.Concat(value.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_')), 60);

    private static string Short(string text) => text.Length <= MostCharacters ? text.Trim() : TextCut.To(text.Trim(), MostCharacters);
}
