namespace CoachBot.Core.Knowledge;

/// <summary>Where the knowledge pack comes from.</summary>
public interface IKnowledgeSource
{
    /// <summary>A value that changes whenever any file of the pack does; cheap enough to ask every second.</summary>
    string Fingerprint();

    /// <summary>Reads the whole pack. Never throws for what stands in a file: that is a <see cref="KnowledgeProblem"/>.</summary>
    KnowledgeReading Read();
}
