using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>The trainers' search: words and menus above, what was found below, page by page.</summary>
internal static class SearchWindow
{
    /// <summary>What it is known by: the shortcut and the window.</summary>
    public const string CallbackId = "coach_search";

    /// <summary>The first part of the <c>action_id</c> of everything in it but the cards' buttons.</summary>
    public const string ActionName = "search";

    /// <summary>The words' <c>block_id</c>.</summary>
    public const string TextBlock = "search-text";

    /// <summary>The words' <c>action_id</c>.</summary>
    public const string TextAction = ActionName + "/text";

    /// <summary>The menus' <c>block_id</c>.</summary>
    public const string FilterBlock = "search-filters";

    /// <summary>The first part of the <c>action_id</c> of the buttons that turn the page; their value is its number.</summary>
    public const string PageAction = ActionName + "/page";

    private const string AnyRole = "any";

    /// <summary>The <c>action_id</c> of a filter's menu.</summary>
    public static string FilterAction(string name) => $"{ActionName}/{name}";

    /// <summary>The window.</summary>
    /// <param name="state">The search.</param>
    /// <param name="results">Its page; null before anything was searched for.</param>
    /// <param name="pack">Whose roles and languages the menus offer.</param>
    public static JsonObject View(SearchState state, KeywordResults? results, KnowledgePack pack)
    {
        var blocks = new BlockWriter(BlockLimits.ViewBlocks, CardWindow.ActionName);
        blocks.Add(Words(state));
        blocks.Add(Inputs.Row(FilterBlock, Menus(state, pack)));
        if (results is not null)
        {
            blocks.Line();
            FoundBlocks.Page(blocks, state.Query is { Length: > 0 } query ? query : SlackTexts.Get("EverythingFor", state.Language), results, state.Language);
            Pages(blocks, state.Language, results);
        }

        return Modal.Of(CallbackId, "ModalSearch", state.Language, blocks.End(), submit: "Submit.search", carries: state.Write());
    }

    private static JsonObject Words(SearchState state)
    {
        var field = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = TextAction,
            ["max_length"] = SearchState.MostCharacters,
            ["placeholder"] = BlockWriter.PlainText(SlackTexts.Get("SearchPlaceholder", state.Language), BlockLimits.Header),
            ["dispatch_action_config"] = new JsonObject { ["trigger_actions_on"] = new JsonArray("on_enter_pressed") },
        };
        if (state.Text.Length > 0)
        {
            field["initial_value"] = state.Text;
        }

        return new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = TextBlock,
            ["optional"] = true,
            ["dispatch_action"] = true,
            ["label"] = BlockWriter.PlainText(SlackTexts.Get("SearchLabel", state.Language), BlockLimits.Text / 2),
            ["hint"] = BlockWriter.PlainText(SlackTexts.Get("SearchHint", state.Language), BlockLimits.Text / 2),
            ["element"] = field,
        };
    }

    private static IEnumerable<JsonObject> Menus(SearchState state, KnowledgePack pack)
    {
        foreach (var name in SearchState.FilterNames)
        {
            var menu = new JsonObject
            {
                ["type"] = name == KeywordField.Tag.Name() ? "external_select" : "static_select",
                ["action_id"] = FilterAction(name),
                ["placeholder"] = BlockWriter.PlainText(SlackTexts.Get("Filter." + name, state.Language), BlockLimits.Header),
            };
            var options = name == KeywordField.Tag.Name() ? null : Options(name, state.Language, pack);
            if (options is null)
            {
                menu["min_query_length"] = 0;
            }
            else
            {
                menu["options"] = new JsonArray([.. options.Select(option => Inputs.Option(option.Words, option.Value))]);
            }

            if (state.Filters.GetValueOrDefault(name) is { } chosen && (options ?? [(chosen, chosen)]).FirstOrDefault(option => option.Value == chosen) is { Value: not null } initial)
            {
                menu["initial_option"] = Inputs.Option(initial.Words, initial.Value);
            }

            yield return menu;
        }
    }

    private static List<(string Words, string Value)> Options(string name, AnswerLanguage language, KnowledgePack pack)
    {
        var values = name == KeywordField.Role.Name() ? KeywordField.Role.Allowed().Where(role => role != AnyRole).Select(role => (RoleName(role), role))
            : name == KeywordField.Kind.Name() ? KeywordField.Kind.Allowed().Select(kind => (CardTexts.Get("Kind." + kind, language), kind))
            : Enum.GetValues<AnswerLanguage>().Select(one => (CardTexts.Get("Language." + one.Code(), language), one.Code()));
        return [($"{SlackTexts.Get("Filter." + name, language)}: {SlackTexts.Get("All", language)}", SearchState.All), .. values];

        string RoleName(string role) => pack.People.TryGetValue(role, out var person)
            ? LanguageFaces.Show(language == AnswerLanguage.En ? person.En : person.Zh, language)
            : People.Name(pack, role, language);
    }

    private static void Pages(BlockWriter blocks, AnswerLanguage language, KeywordResults results)
    {
        var buttons = new List<JsonObject>();
        if (results.Page > 1)
        {
            buttons.Add(Turn("PreviousPage", results.Page - 1));
        }

        if (results.Page < results.Pages)
        {
            buttons.Add(Turn("NextPage", results.Page + 1));
        }

        if (buttons.Count > 0)
        {
            blocks.Add(Inputs.Row(null, buttons));
        }

        JsonObject Turn(string label, int page)
        {
            var number = page.ToString(CultureInfo.InvariantCulture);
            return Inputs.Button($"{PageAction}-{number}", CardTexts.Get(label, language), number);
        }
    }
}
