using System.Collections.Frozen;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Dispatch;

/// <summary>Sends a reply of a turn through the channel it belongs to, and keeps the inbox's books.</summary>
internal sealed class ReplySender(IEnumerable<IChannel> channels, IInbox inbox, ITurnPipeline pipeline, ILogger<ReplySender> log)
{
    private readonly FrozenDictionary<string, IChannel> _channels = channels.ToFrozenDictionary(channel => channel.Name);

    /// <summary>This process, among all that share a store.</summary>
    public string Worker { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Sends a reply; null when it was sent before.</summary>
    public async Task<Delivery?> SendAsync(IncomingMessage message, OutgoingReply reply, CancellationToken cancel)
    {
        var to = reply.To ?? message.Address;
        if (!_channels.TryGetValue(to.Conversation.Channel, out var channel))
        {
            return new Delivery.Refused("no-such-channel");
        }

        if (!await inbox.BeginSendAsync(message.Id, Worker, reply.Key, cancel))
        {
            return null;
        }

        var delivery = await TrySendAsync(channel, to, message, reply, cancel);
        await inbox.EndSendAsync(message.Id, reply.Key, delivery, CancellationToken.None);
        log.ReplySent(message.Id, reply.Key, channel.Name, delivery.GetType().Name);
        if (delivery is Delivery.Sent sent)
        {
            await pipeline.DeliveredAsync(reply, to, sent.MessageId, CancellationToken.None);
        }

        return delivery;
    }

    /// <summary>Shows that the bot is at work.</summary>
    public async Task ShowTypingAsync(Address to, CancellationToken cancel)
    {
        if (!_channels.TryGetValue(to.Conversation.Channel, out var channel))
        {
            return;
        }

        try
        {
            await channel.ShowTypingAsync(to, cancel);
        }
        catch (Exception e)
        {
            log.TypingFailed(e, channel.Name);
        }
    }

    // A channel promises not to throw for what the other side does; what it throws all the same leaves the send in doubt.
    private async Task<Delivery> TrySendAsync(IChannel channel, Address to, IncomingMessage message, OutgoingReply reply, CancellationToken cancel)
    {
        try
        {
            var replaces = reply is { Placement: ReplyPlacement.Replace, To: null } ? (message.Content as MessageContent.Pressed)?.MessageId : null;
            return await channel.SendAsync(to, reply.Reply, reply.Placement, replaces, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new Delivery.Unknown("stopped");
        }
        catch (Exception e)
        {
            log.SendFailed(e, message.Id, channel.Name);
            return new Delivery.Unknown("channel-failed");
        }
    }
}
