using CoachBot.Core.Turns;

namespace CoachBot.Core.Installations;

/// <summary>Where the bot has been installed and can be reached without being asked.</summary>
/// <param name="Address">The conversation.</param>
/// <param name="Scope">What kind of place it is.</param>
/// <param name="InstalledBy">Who added the bot; null when unknown.</param>
/// <param name="At">When it was last seen installed.</param>
public sealed record Installation(Address Address, ChatScope Scope, PersonKey? InstalledBy, DateTimeOffset At);

/// <summary>Keeps where the bot is installed.</summary>
public interface IInstallationStore
{
    /// <summary>Adds or renews an installation.</summary>
    Task AddAsync(Installation installation, CancellationToken cancel);

    /// <summary>Removes it, with everything that would be sent there.</summary>
    Task RemoveAsync(ConversationKey conversation, CancellationToken cancel);

    /// <summary>Removes every installation of a tenant, with everything that would be sent there: the app was taken out of it.</summary>
    Task RemoveTenantAsync(string channel, string tenant, CancellationToken cancel);

    /// <summary>The installation of a conversation; null when there is none.</summary>
    Task<Installation?> FindAsync(ConversationKey conversation, CancellationToken cancel);
}

/// <summary>Small secrets of a channel, kept encrypted: workspace tokens, refresh tokens.</summary>
public interface ISecretStore
{
    /// <summary>The secret of a name; null when there is none.</summary>
    Task<string?> ReadAsync(string name, CancellationToken cancel);

    /// <summary>Writes a secret; it never stands in clear in the store.</summary>
    Task WriteAsync(string name, string secret, CancellationToken cancel);

    /// <summary>Removes every secret whose name begins so.</summary>
    Task RemoveAsync(string prefix, CancellationToken cancel);
}
