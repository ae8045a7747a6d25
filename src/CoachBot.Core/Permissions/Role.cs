namespace CoachBot.Core.Permissions;

/// <summary>What a person may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>Ask, search, practise, set things for himself.</summary>
    Staff,

    /// <summary>See gaps, subscribe channels to tips.</summary>
    Trainer,

    /// <summary>Have another person's data deleted.</summary>
    Administrator,
}
