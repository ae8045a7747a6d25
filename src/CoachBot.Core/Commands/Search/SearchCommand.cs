using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Search;

/// <summary>The trainers' search: <c>search "fake notes" role:teller page 2</c>.</summary>
public sealed partial class SearchCommand(IKeywordSearch search) : ICommand
{
    /// <summary>Hits on a page of a chat.</summary>
    public const int PageSize = 5;

    // These call it also without a space after them; of the others a sentence may well begin.
    private static readonly string[] Unmistakable = ["搜索", "搜一下"];

    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("search");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("search", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Slash || (call.Argument.Length > 0
        && (call.Glued ? Unmistakable.Contains(call.Phrase) : call.Phrase is not "find" || !Sentence().IsMatch(call.FoldedArgument)));

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var (query, page) = WithoutPage(call.Argument);
        var results = search.Search(KeywordQueryParser.Parse(query, page, PageSize, call.Turn.Preferences.Language));
        return Task.FromResult<IReadOnlyList<OutgoingReply>>([new OutgoingReply(new Reply.Found(query, results, call.Language))]);
    }

    private static (string Query, int Page) WithoutPage(string argument)
    {
        var match = PageAtEnd().Match(argument);
        return match.Success && int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (argument[..match.Index].TrimEnd(), page)
            : (argument, 1);
    }

    [GeneratedRegex(@"(?:(?:^|\s)(?:page|p\.|--page)\s*(?<n>\d{1,4})|\s*第\s*(?<n>\d{1,4})\s*页)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageAtEnd();

    // "Find out who took her card" is told, not searched for.
    [GeneratedRegex(@"^(?:out|him|her|them|it|my|his|their|the customer|a way|someone|somebody)\b")]
    private static partial Regex Sentence();
}
