using CoachBot.Core.Alerts;
using CoachBot.Core.Language;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Alerts;

public sealed class SignalWatchTests
{
    [Theory]
    [InlineData("film+me", "he films me with his phone", true)]
    [InlineData("film+me", "me, he films", false)]
    [InlineData("film+me", "he films the queue. tell me what to do", false)]
    [InlineData("film+me", "he films. me too", false)]
    [InlineData("film me", "he is filming me", true)]
    [InlineData("film me", "he films all of me", false)]
    [InlineData("film", "the filament broke", false)]
    [InlineData("sue", "they are suing the bank", true)]
    [InlineData("grab", "she grabbed my arm", true)]
    [InlineData("FILM", "he Films", true)]
    [InlineData("don't film", "dont film", true)]
    [InlineData("dont film", "don’t film", true)]
    [InlineData("发+网上", "他说要发到网上去", true)]
    [InlineData("发+网上", "网上都传遍了，他还要发", false)]
    [InlineData("发+网上", "网上说要发", true)]
    [InlineData("记者", "門口來了記者", true)]
    [InlineData("曝光+post", "他要曝光，post it", false)]
    [InlineData("曝光+post", "他要曝光 posting now", true)]
    [InlineData("发＋网上", "发网上", true)]
    [InlineData("+", "anything + at all", false)]
    [InlineData("  ", "anything", false)]
    public void Look_Trigger_NeedsAllItsPartsInOneClause(string trigger, string question, bool raised) =>
        Assert.Equal(raised, new SignalWatch([Some.Signal("it", [trigger])]).Look(question, null).Count == 1);

    [Theory]
    [InlineData("Don't film me, I am only asking for a leaflet", false)]
    [InlineData("don't film me", false)]
    [InlineData("Don't film me, he says, and films me all the same", true)]
    [InlineData("he is filming me", true)]
    [InlineData("记者节快乐", false)]
    [InlineData("记者节快乐，门口有个记者", true)]
    public void Look_Unless_KeepsItsOwnClauseQuietOnly(string question, bool raised)
    {
        var watch = new SignalWatch([Some.Signal("it", ["film me", "films me", "记者"], "dont film", "记者节")]);

        Assert.Equal(raised, watch.Look(question, null).Count == 1);
    }

    [Fact]
    public void Look_SeveralSignals_ComeInTheOrderOfTheFileAndOnceEach()
    {
        var watch = new SignalWatch([Some.Signal("media", ["reporter", "camera"]), Some.Signal("threat", ["knife"]), Some.Signal("quiet", ["gun"])]);

        var seen = watch.Look("a knife! a reporter, a camera, a reporter", null);

        Assert.Equal(["media", "threat"], seen.Select(signal => signal.Id));
    }

    [Fact]
    public void Look_VeryLongText_ReadsItsBeginning()
    {
        var watch = new SignalWatch([Some.Signal("it", ["reporter"])]);

        Assert.Single(watch.Look("a reporter. " + new string('x', 1_000_000), null));
        Assert.Empty(watch.Look(new string('x', 1_000_000) + " reporter", null));
    }

    [Theory]
    [InlineData("a reporter", 0.08, true)]
    [InlineData("a reporter", 0.07, false)]
    [InlineData("somebody from the evening paper", 0.3, true)]
    [InlineData("somebody from the evening paper", 0.29, false)]
    public void Look_SensedByLikeness_WeighsItWithThePatterns(string question, double probability, bool raised)
    {
        var watch = new SignalWatch([Some.Signal("media", ["reporter"])]);

        Assert.Equal(raised, watch.Look(question, new Dictionary<string, double> { ["media"] = probability }).Count == 1);
    }

    [Fact]
    public void Look_SignalWithoutExamples_TrustsItsPatterns()
    {
        var watch = new SignalWatch([Some.Signal("media", ["reporter"]), Some.Signal("ours", ["drone"])]);

        Assert.Equal(["ours"], watch.Look("a drone", new Dictionary<string, double> { ["media"] = 0.01 }).Select(signal => signal.Id));
    }

    [Fact]
    public void Look_AnyText_NeverFails()
    {
        var watch = new SignalWatch(Some.Pack().Signals);

        Gen.String.Sample(text => watch.Look(text, null).Count <= 2, iter: 1_000);
    }

    [Theory]
    [InlineData(AnswerLanguage.En, "media: tell the manager at once.")]
    [InlineData(AnswerLanguage.Zh, "media：立即告诉负责人。")]
    [InlineData(AnswerLanguage.ZhHant, "media：立即告訴負責人。")]
    public void Alert_Language_ShowsItsOwnText(AnswerLanguage language, string text) =>
        Assert.Equal(new Alert("media", text), SignalWatch.Alert(Some.Signal("media", ["x"]), language));
}
