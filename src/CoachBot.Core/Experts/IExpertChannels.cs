using CoachBot.Core.Installations;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Experts;

/// <summary>Where experts can be asked.</summary>
public interface IExpertChannels
{
    /// <summary>The experts' conversations that can be reached now.</summary>
    Task<IReadOnlyList<Address>> ReachableAsync(CancellationToken cancel);
}

/// <summary>Makes the address of a conversation that never wrote to the bot, where a channel can.</summary>
public interface IAddressBook
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    /// <summary>The address; null when it cannot be made.</summary>
    Task<Address?> FindAsync(ConversationKey conversation, CancellationToken cancel);
}

/// <summary>The experts' conversations of the settings, reached where the bot was installed, else as the channel itself knows.</summary>
public sealed class ConfiguredExpertChannels(ExpertOptions options, IInstallationStore installations, IEnumerable<IAddressBook> books) : IExpertChannels
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Address>> ReachableAsync(CancellationToken cancel)
    {
        var reachable = new List<Address>();
        foreach (var channel in options.Channels)
        {
            var key = new ConversationKey(channel.Channel, channel.Tenant, channel.Conversation);
            var address = (await installations.FindAsync(key, cancel))?.Address ?? await InBooksAsync(key, cancel);
            if (address is not null)
            {
                reachable.Add(address);
            }
        }

        return reachable;
    }

    private async Task<Address?> InBooksAsync(ConversationKey key, CancellationToken cancel) =>
        books.FirstOrDefault(book => book.Channel == key.Channel) is { } book ? await book.FindAsync(key, cancel) : null;
}
