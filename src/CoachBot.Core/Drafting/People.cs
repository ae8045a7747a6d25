using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting;

/// <summary>Names the people behind role codes.</summary>
public static class People
{
    /// <summary>The role, with the bank's contact in brackets where it is filled in; the code itself when it is unknown.</summary>
    public static string Name(KnowledgePack pack, string role, AnswerLanguage language)
    {
        if (!pack.People.TryGetValue(role, out var person))
        {
            return role;
        }

        var name = LanguageFaces.Show(language == AnswerLanguage.En ? person.En : person.Zh, language);
        return (person.Contact, language) switch
        {
            (null, _) => name,
            (_, AnswerLanguage.En) => $"{name} ({person.Contact})",
            _ => $"{name}（{person.Contact}）",
        };
    }
}
