using System.Text.Json.Nodes;
using CoachBot.TestSupport.Slack;
using Xunit;

namespace CoachBot.Tests.Channels.Slack.Blocks;

/// <summary>The judge is judged: our table of Slack's limits refuses what Slack refuses.</summary>
public sealed class BlockKitTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "51 blocks", Message(Enumerable.Repeat("""{"type":"divider"}""", 51)) },
        { "3,001 characters", Message(Section(3001)) },
        { "an empty text", Message(Section(0)) },
        { "a header of 151", Message($$$"""{"type":"header","text":{"type":"plain_text","text":"{{{Text(151)}}}"}}""") },
        { "mrkdwn in a header", Message("""{"type":"header","text":{"type":"mrkdwn","text":"a"}}""") },
        { "76 on a button", Message(Button(76, 1)) },
        { "a value of 2,001", Message(Button(1, 2001)) },
        { "11 fields", Message($$"""{"type":"section","fields":[{{string.Join(',', Enumerable.Repeat("""{"type":"plain_text","text":"a"}""", 11))}}]}""") },
        { "a section of nothing", Message("""{"type":"section"}""") },
        { "two tables", Message("""{"type":"table","rows":[]}""", """{"type":"table","rows":[]}""") },
        { "a block id twice", Message("""{"type":"divider","block_id":"a"}""", """{"type":"divider","block_id":"a"}""") },
        { "an action id twice", Message(Button(1, 1), Button(1, 1)) },
        { "26 buttons", Message($$"""{"type":"actions","elements":[{{string.Join(',', Enumerable.Range(0, 26).Select(at => ButtonElement(1, 1, $"a{at}")))}}]}""") },
        { "11 pieces of context", Message($$"""{"type":"context","elements":[{{string.Join(',', Enumerable.Repeat("""{"type":"plain_text","text":"a"}""", 11))}}]}""") },
        { "an unknown block", Message("""{"type":"carousel"}""") },
        { "a token that was not escaped", Message("""{"type":"section","text":{"type":"mrkdwn","text":"<!channel>"}}""") },
        { "no text at all", """{"blocks":[{"type":"divider"}]}""" },
        { "101 blocks in a view", View("Title", true, Enumerable.Repeat("""{"type":"divider"}""", 101)) },
        { "a title of 25", View(Text(25), true, []) },
        { "inputs without submit", View("Title", false, [Input]) },
        { "an option of 76", View("Title", true, ["""{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"LONG"},"value":"a"}]}]}""".Replace("LONG", Text(76), StringComparison.Ordinal)]) },
        { "a message's block in a view", View("Title", true, ["""{"type":"markdown","text":"a"}"""]) },
    };

    private const string Submit = """ "submit":{"type":"plain_text","text":"Go"}, """;

    private static string Input => """{"type":"input","block_id":"a","label":{"type":"plain_text","text":"a"},"element":{"type":"plain_text_input","action_id":"a"}}""";

    [Theory]
    [MemberData(nameof(Refused))]
    public void C080_WhatSlackRefuses_IsRefused(string what, string json) => Assert.True(Problems(json).Count > 0, what);

    [Fact]
    public void C080_AtTheLimits_IsTaken()
    {
        Assert.Empty(Problems(Message(Enumerable.Repeat("""{"type":"divider"}""", 50))));
        Assert.Empty(Problems(Message(Section(3000), Button(75, 2000))));
        Assert.Empty(Problems(View(Text(24), true, [Input])));
    }

    private static IReadOnlyList<string> Problems(string json)
    {
        var parsed = JsonNode.Parse(json)!.AsObject();
        return parsed.ContainsKey("type") ? BlockKit.OfView(parsed) : BlockKit.OfMessage(parsed["text"]?.GetValue<string>(), parsed["blocks"]!.AsArray());
    }

    private static string Message(params IEnumerable<string> blocks) => $$"""{"text":"a","blocks":[{{string.Join(',', blocks)}}]}""";

    private static string View(string title, bool submit, IEnumerable<string> blocks) =>
        $$$"""{"type":"modal","title":{"type":"plain_text","text":"{{{title}}}"},{{{(submit ? Submit : "")}}}"blocks":[{{{string.Join(',', blocks)}}}]}""";

    private static string Section(int length) => $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{Text(length)}}}"}}""";

    private static string Button(int words, int value) => $$"""{"type":"actions","elements":[{{ButtonElement(words, value, "act/1")}}]}""";

    private static string ButtonElement(int words, int value, string id) =>
        $$$"""{"type":"button","action_id":"{{{id}}}","text":{"type":"plain_text","text":"{{{Text(words)}}}"},"value":"{{{Text(value)}}}"}""";

    private static string Text(int length) => new('x', length);
}
