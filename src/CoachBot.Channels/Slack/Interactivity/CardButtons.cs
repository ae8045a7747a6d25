using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>The buttons of cards: each is a turn. Answered where the card stands, to the person alone where the card was for one person alone.</summary>
internal sealed class CardButtons(SlackTurns turns, ResponseUrls urls, ResponsePoster responses) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "block_actions";

    /// <inheritdoc />
    public string Name => ButtonValue.ActionName;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(Answer(interaction, workspace));

    private SlackAnswer Answer(Interaction interaction, SlackWorkspace workspace)
    {
        if (ButtonValue.Read(interaction.Actions[0].Value) is not var (action, onlyFor) || interaction.ChannelId is not { } channel)
        {
            return SlackAnswer.Empty;
        }

        if (onlyFor is not null && onlyFor != interaction.UserId)
        {
            return SlackAnswer.Then(later => RefuseAsync(interaction, action, later));
        }

        var message = interaction.MessageTs is { } ts && !interaction.IsEphemeral ? SlackIds.Message(channel, ts) : null;
        return SlackAnswer.Later(turns.Of(interaction, workspace, RouteOf(interaction, channel, action), new MessageContent.Pressed(action, message)));
    }

    // A private card stays private, except that it can be shared: that is posted for all to see.
    private static SlackRoute RouteOf(Interaction interaction, string channel, CardAction action) => new()
    {
        Channel = channel,
        Thread = interaction.ThreadTs,
        Private = interaction.IsEphemeral && action.Verb != CardVerbs.Share,
    };

    private Task<Delivery?> RefuseAsync(Interaction interaction, CardAction action, CancellationToken cancel)
    {
        var language = MessageLanguage.OfTag(action[CardData.Language]);
        return responses.SendAsync(urls.Keep(interaction.ResponseUrl), new SlackMessage(DoorTexts.Get("NotYours", language)), ResponseKind.ForOne, cancel);
    }
}
