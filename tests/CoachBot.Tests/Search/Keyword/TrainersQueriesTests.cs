using CoachBot.Core.Search.Keyword;
using CoachBot.Infrastructure.Search.Keyword;
using Xunit;

namespace CoachBot.Tests.Search.Keyword;

public sealed class TrainersQueriesTests
{
    private static readonly LuceneKeywordSearch Search = new(FirstPack.Pack);

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, TrainersQueries.Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Search_TrainersQuery_FindsWhatStandsInTheFiles(int row)
    {
        var query = TrainersQueries.Table[row];

        var results = Search.Search(KeywordQueryParser.Parse(query.Text, pageSize: KeywordQueryParser.MostPageSize));

        var ids = results.Hits.Select(hit => hit.Id).ToList();
        Assert.True(query.Total == results.Total, $"'{query.Text}' found {results.Total} instead of {query.Total}: {string.Join(' ', ids)}");
        Assert.Equal(query.First ?? ids.FirstOrDefault(), ids.FirstOrDefault());
        Assert.Subset(ids.ToHashSet(), query.Also.ToHashSet());
        Assert.Equal(query.Hint is null ? [] : [query.Hint.Value], results.Hints.Select(hint => hint.Kind).Distinct());
    }

    [Fact]
    public void Table_IsLargeEnoughAndSpeaksBothLanguages()
    {
        Assert.Equal(74, FirstPack.Pack.Cases.Count);
        Assert.True(TrainersQueries.Table.Length >= 60);
        Assert.True(TrainersQueries.Table.Count(query => query.Text.Any(CoachBot.Core.Language.TextFolding.IsHan)) >= 30);
        Assert.True(TrainersQueries.Table.Count(query => query.Text.Any(char.IsAsciiLetterLower)) >= 30);
    }
}
