using System.Text.RegularExpressions;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.TestSupport;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Knowledge;

/// <summary>The pack of the repository keeps its own rules.</summary>
public sealed partial class PackTests(RepositoryPack repository)
{
    // Half was the writers' task, against the unit's title; a case that joins several units has a longer one.
    private const int LeastTenthsApart = 4;

    private readonly KnowledgePack _pack = repository.Pack;

    [Fact]
    public void Pack_Loads_WithoutErrors()
    {
        Assert.Empty(repository.Reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString()));
        Assert.True(_pack.Cases.Count >= 70, $"{_pack.Cases.Count} cases");
        Assert.NotEmpty(_pack.Redirects);
        Assert.NotEmpty(_pack.Signals);
        Assert.NotEmpty(_pack.Glossary);
    }

    // A case that nobody wrote alternates for yet is none of this test's business.
    [Fact]
    public void Alternates_OfEveryCase_AreTwentyAFaceFromThreeHands()
    {
        var few = AlternatesOfCases()
            .Where(entry => entry.Alternates.Hands.Count < 3 || Zh(entry.Alternates).Count < 20 || En(entry.Alternates).Count < 20)
            .Select(entry => $"{entry.Case.Id}: {entry.Alternates.Hands.Count} hands, {Zh(entry.Alternates).Count} zh, {En(entry.Alternates).Count} en");

        Assert.Empty(few);
    }

    [Fact]
    public void Alternates_InChinese_ShareNoPairOfCharactersWithTheTitleInHalf()
    {
        var close = AlternatesOfCases()
            .Select(entry => (entry.Case.Id, All: Zh(entry.Alternates), Pairs: Pairs(entry.Case.Zh.Title)))
            .Select(entry => (entry.Id, entry.All.Count, Apart: entry.All.Count(text => !entry.Pairs.Overlaps(Pairs(text)))))
            .ToList();
        var under = close.Where(entry => entry.Apart * 10 < entry.Count * LeastTenthsApart).Select(entry => $"{entry.Id}: {entry.Apart} of {entry.Count}");

        Assert.Empty(under);
        Assert.True(close.Sum(entry => entry.Apart) * 2 > close.Sum(entry => entry.Count));
    }

    [Fact]
    public void Alternates_AndEvaluationQuestions_HaveNothingInCommon()
    {
        var questions = Questions().Select(question => Bare(question.Text)).ToHashSet();
        var asked = _pack.Alternates.SelectMany(alternates => Zh(alternates).Concat(En(alternates)));

        Assert.NotEmpty(questions);
        Assert.DoesNotContain(asked, text => questions.Contains(Bare(text)));
    }

    [Fact]
    public void AsksAndOutside_AndEvaluationQuestions_HaveNothingInCommon()
    {
        var questions = Questions().Where(question => question.Expect.Count > 0 || question.Difficulty is not null).Select(question => Bare(question.Text)).ToHashSet();
        var taught = _pack.Cases.SelectMany(@case => @case.Zh.Asks.Concat(@case.En.Asks)).Concat(_pack.Outside.Select(outside => outside.Text));

        // A greeting of one or two words is a question of both.
        Assert.Empty(taught.Select(Bare).Where(text => text.Length > 3 && questions.Contains(text)).ToList());
    }

    [Fact]
    public void EvaluationQuestions_Expect_WhatSomeCaseCovers()
    {
        var covered = _pack.Cases.Where(@case => @case.Published).SelectMany(@case => @case.Covers).ToHashSet();

        Assert.DoesNotContain(Questions().SelectMany(question => question.Expect), unit => !covered.Contains(unit));
    }

    [Fact]
    public void EvaluationQuestions_Ids_AreUnique() => Assert.Distinct(Questions().Select(question => question.Id));

    [Fact]
    public void EvaluationQuestions_Alerts_AreSignalsOfThePack()
    {
        var signals = _pack.Signals.Select(signal => signal.Id).ToHashSet();

        Assert.DoesNotContain(Questions().SelectMany(question => question.Alerts ?? []), id => !signals.Contains(id));
    }

    [Fact]
    public void Tips_OfAllCases_AreUniqueAndShort()
    {
        var tips = _pack.Cases.Where(@case => @case.Published).SelectMany(@case => new[] { @case.Zh.Tip, @case.En.Tip }).ToList();

        Assert.Distinct(tips);
        Assert.All(tips, tip => Assert.InRange(tip.Length, 1, 200));
    }

    [Fact]
    public void Say_NeverHoldsAForbiddenPhraseOfItsCase()
    {
        var said = from @case in _pack.Cases
                   from face in new[] { @case.Zh, @case.En }
                   from phrase in face.Avoid.SelectMany(avoid => Quoted().Matches(avoid.Dont).Select(match => match.Groups[1].Value))
                   let bare = Bare(phrase)
                   where bare.Length >= 5
                   from sentence in face.Say
                   where Bare(sentence).Contains(bare, StringComparison.Ordinal) && !IsPolite(sentence)
                   select $"{@case.Id}: '{sentence}' holds '{phrase}'";

        Assert.Empty(said);
    }

    [Fact]
    public void Covers_EachUnit_OfOnePublishedCaseOnly() =>
        Assert.Distinct(_pack.Cases.Where(@case => @case.Published).SelectMany(@case => @case.Covers));

    [Theory]
    [InlineData("客户说取款机吐了假钞", AnswerLanguage.Zh)]
    [InlineData("customer says ATM gave fake notes", AnswerLanguage.En)]
    public void Find_TheQuestionsOfTheReadme_ShowTheCardOfFakeNotes(string question, AnswerLanguage language)
    {
        var coach = new Coach(repository.Index, new TemplateDrafter(), new DecisionBounds());

        var answer = coach.Answer(question);

        Assert.Equal((Outcome.Answered, "atm-dispensed-counterfeit-notes", language), (answer.Outcome, answer.Card?.Id, answer.Language));
    }

    [Fact]
    public void Find_AnyQuestionOfTheEvaluation_NeverRanksAWeakerScoreFirst()
    {
        var unsorted = Questions().Where((_, at) => at % 10 == 0)
            .Where(question => repository.Index.Find(new Core.Search.CaseQuery(question.Text)).Cases is var hits
                && hits.Zip(hits.Skip(1)).Any(pair => pair.First.Score < pair.Second.Score));

        Assert.Empty(unsorted.Select(question => question.Id));
    }

    private IEnumerable<(Case Case, Alternates Alternates)> AlternatesOfCases() =>
        _pack.Cases.Where(@case => @case.Published).Join(_pack.Alternates, @case => @case.Id, alternates => alternates.Id, (@case, alternates) => (@case, alternates));

    private static List<EvaluationQuestion> Questions() => Directory.GetFiles(Path.Combine(RepositoryRoot.Knowledge, "evaluation"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(EvaluationQuestion.ReadFile)
        .ToList();

    private static List<string> Zh(Alternates alternates) => alternates.Hands.SelectMany(hand => hand.Zh).ToList();

    private static List<string> En(Alternates alternates) => alternates.Hands.SelectMany(hand => hand.En).ToList();

    private static HashSet<string> Pairs(string text) =>
        Tokenizer.Tokenize(TextFolding.Fold(text)).Where(token => token.Kind == TokenKind.HanPair).Select(token => token.Text).ToHashSet();

    // Spelling and punctuation make no other question.
    private static string Bare(string text) => string.Concat(TextFolding.Fold(text).Where(char.IsLetterOrDigit));

    // "Go to counter 3." is forbidden, "May I ask you to go to counter 3, please?" is what to say instead.
    private static bool IsPolite(string sentence) =>
        sentence.Contains('请') || sentence.Contains("please", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[「“]([^」”]+)[」”]")]
    private static partial Regex Quoted();
}
