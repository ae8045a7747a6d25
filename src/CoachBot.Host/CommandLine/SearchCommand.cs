using System.CommandLine;
using System.Text;
using CoachBot.Channels.Text;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Search.Keyword;
using Spectre.Console;

namespace CoachBot.Host.CommandLine;

/// <summary><c>search "query"</c>: the trainers' keyword search over cases, drafts and documents.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var query = new Argument<string[]>("query") { Description = HostTexts.Get("SearchQuery"), Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var page = new Option<int>("--page") { Description = HostTexts.Get("SearchPage"), DefaultValueFactory = _ => 1 };
        var size = new Option<int>("--page-size") { Description = HostTexts.Get("SearchPageSize"), DefaultValueFactory = _ => KeywordQuery.UsualPageSize };
        Between(page, 1, int.MaxValue);
        Between(size, 1, KeywordQueryParser.MostPageSize);

        // Words that begin with a minus are exclusions of the query, not options.
        var command = new Command("search", HostTexts.Get("Search")) { query, json, page, size };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            if (OpenedCoach.Open(settings.Of(parsed)) is not { } opened)
            {
                return ExitCode.Problems;
            }

            var text = string.Join(' ', (parsed.GetValue(query) ?? []).Concat(parsed.UnmatchedTokens));
            var language = LanguageDetector.Detect(text);
            var search = new LuceneKeywordSearch(opened.Coach.Pack, CurrentKeywordSearch.Passages(opened.Coach.Pack));
            var results = search.Search(KeywordQueryParser.Parse(text, parsed.GetValue(page), parsed.GetValue(size), language));
            if (parsed.GetValue(json))
            {
                Terminal.Write(KeywordJson.Of(text, results, language));
            }
            else
            {
                Print(results, language);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Between(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.GetValue(option) is var value && (value < least || value > most))
        {
            result.AddError(HostTexts.Get("BadPage", option.Name, least, most));
        }
    });

    private static void Print(KeywordResults results, AnswerLanguage language)
    {
        foreach (var hint in results.Hints)
        {
            Terminal.Note(hint.In(language));
        }

        Terminal.Write(results.Total == 0 ? HostTexts.Get("SearchNothing") : HostTexts.Get("SearchTotal", results.Total, results.Page, results.Pages));
        foreach (var hit in results.Hits)
        {
            Terminal.Write("");
            Terminal.WriteMarkup($"{Marked(hit.Title, hit.TitleRanges)}  [dim]{Markup.Escape(Tail(hit))}[/]");
            foreach (var fragment in hit.Fragments)
            {
                Terminal.WriteMarkup($"  [dim]{Markup.Escape(fragment.Field)}:[/] {(fragment.CutBefore ? "…" : "")}{Marked(fragment.Text, fragment.Ranges)}{(fragment.CutAfter ? "…" : "")}");
            }
        }
    }

    private static string Tail(KeywordHit hit) =>
        $"{hit.Id} · {hit.Kind}{(hit.Published ? "" : " · " + HostTexts.Get("SearchDraft"))}{(hit.Page is { } page ? $" · p. {page}" : "")}";

    private static string Marked(string text, IReadOnlyList<TextRange> ranges)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var range in ranges)
        {
            marked.Append(Markup.Escape(text[at..range.Start])).Append("[bold yellow]").Append(Markup.Escape(text[range.Start..range.End])).Append("[/]");
            at = range.End;
        }

        return marked.Append(Markup.Escape(text[at..])).ToString();
    }
}
