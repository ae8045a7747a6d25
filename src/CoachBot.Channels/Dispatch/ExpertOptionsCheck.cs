using CoachBot.Core.Experts;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Stops a start with half an experts' channel.</summary>
internal sealed class ExpertOptionsCheck : IValidateOptions<ExpertOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ExpertOptions options)
    {
        var problems = options.Channels.SelectMany((channel, at) => Problems($"{ExpertOptions.Section}:{nameof(options.Channels)}:{at}", channel)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(string name, ExpertChannelOptions channel)
    {
        if (channel.Channel is not (ChannelNames.Teams or ChannelNames.Slack))
        {
            yield return $"{name}:{nameof(channel.Channel)} must be {ChannelNames.Teams} or {ChannelNames.Slack}.";
        }

        if (channel.Tenant.Length == 0)
        {
            yield return $"{name}:{nameof(channel.Tenant)} is missing: type \"who am I\" in that conversation to see it.";
        }

        if (channel.Conversation.Length == 0)
        {
            yield return $"{name}:{nameof(channel.Conversation)} is missing: type \"who am I\" in that conversation to see it.";
        }
    }
}
