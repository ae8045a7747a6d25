using System.Text.Json.Nodes;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Slack;

namespace CoachBot.Tests.Parity;

/// <summary>A person in a personal chat of Teams; the answers come in the responses, or posted where Teams posts them.</summary>
internal sealed class TeamsPerson(ParityHouse house, string chat)
{
    private Seen? _last;
    private int _posted;

    /// <summary>Does a step and sees what comes of it.</summary>
    public async Task<Seen> DoAsync(Step step) => _last = step is Step.Say say ? await SayAsync(say.Text) : await PressAsync((Step.Press)step);

    private async Task<Seen> SayAsync(string text)
    {
        var answer = await house.TeamsAsync("message", chat, new JsonObject { ["text"] = text, ["textFormat"] = "plain", ["deliveryMode"] = "expectReplies" }, "29:" + chat);
        return Seen.InTeams(answer!["activities"]!.AsArray().Single()!);
    }

    private async Task<Seen> PressAsync(Step.Press press)
    {
        var button = _last!.Buttons.Where(one => one["verb"] == press.Verb).ElementAt(press.At);

        // The reasons stand behind "not helpful" on the card itself: opening them is what Slack asks for.
        if (press.Verb == "unhelpful")
        {
            button = button.Where(member => member.Key != "reason").ToDictionary();
        }

        var data = new JsonObject(button.Where(member => member.Key != "verb").Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value)));
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = press.Verb, ["data"] = data }, ["trigger"] = "manual" };
        var answer = await house.TeamsAsync("invoke", chat, new JsonObject { ["name"] = "adaptiveCard/action", ["value"] = value, ["replyToId"] = "1" }, "29:" + chat);
        return (answer!["type"]!.GetValue<string>(), press.Verb) switch
        {
            ("application/vnd.microsoft.card.adaptive", _) => Seen.InTeams(answer["value"]!),
            (_, CardVerbs.Show or CardVerbs.Others or CardVerbs.Ask or CardVerbs.Copy or CardVerbs.Share or CardVerbs.Practise) =>
                Seen.InTeams((await house.PostedAsync(chat, ++_posted))[^1]),
            _ => Seen.InTeams(new JsonObject { ["text"] = answer["value"]!.DeepClone() }),
        };
    }
}

/// <summary>A person in a direct message of Slack.</summary>
internal sealed class SlackPerson(ParityHouse house, string channel, string user)
{
    private Seen? _last;
    private int _seen;

    /// <summary>Does a step and sees what comes of it.</summary>
    public async Task<Seen> DoAsync(Step step)
    {
        if (step is Step.Say say)
        {
            await house.SlackSaysAsync(say.Text, channel, user);
        }
        else
        {
            var press = (Step.Press)step;
            await house.SlackPressesAsync(_last!.Buttons.Where(one => one["verb"] == press.Verb).ElementAt(press.At), channel, user, "1718000000.000001");
        }

        return _last = Seen.InSlack(await NextAsync());
    }

    /// <summary>The next message in the chat, new or in place of another.</summary>
    public async Task<SlackCall> NextAsync()
    {
        for (var tries = 0; tries < 1_500; tries++)
        {
            var calls = house.Slack.Calls.Where(call => call.Method is "chat.postMessage" or "chat.update" && call["channel"] == channel).ToList();
            if (calls.Count > _seen)
            {
                return calls[_seen++];
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"No answer in {channel}");
    }
}
