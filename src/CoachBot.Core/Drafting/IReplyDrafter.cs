using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting;

/// <summary>Makes the counter card of a case.</summary>
public interface IReplyDrafter
{
    /// <summary>The card of a case in a language.</summary>
    /// <param name="case">The case.</param>
    /// <param name="pack">The pack it belongs to: people and documents.</param>
    /// <param name="language">The language of the answer.</param>
    CounterCard Draft(Case @case, KnowledgePack pack, AnswerLanguage language);
}
