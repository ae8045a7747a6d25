using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary>The engine, ready to answer at the command line.</summary>
internal sealed class OpenedCoach
{
    private OpenedCoach(CaseSearch search)
    {
        var bounds = new DecisionBounds();
        Search = search;
        Coach = new Coach(search.Index, new TemplateDrafter(), bounds);
        Dialogue = new Dialogue(Coach, bounds);
    }

    /// <summary>The searchable knowledge.</summary>
    public CaseSearch Search { get; }

    /// <summary>Answers single questions.</summary>
    public Coach Coach { get; }

    /// <summary>Answers within conversations.</summary>
    public Dialogue Dialogue { get; }

    /// <summary>Opens the knowledge; null, with the reason on standard error, when there is nothing to answer from.</summary>
    public static OpenedCoach? Open(KnowledgeOptions options)
    {
        var search = Terminal.Wait(HostTexts.Get("Reading"), () => CaseSearch.Open(options));
        var broken = search.Problems.Where(problem => problem.Severity == Core.Knowledge.ProblemSeverity.Error).Select(problem => problem.File).Distinct().Count();
        if (broken > 0)
        {
            Terminal.Complain(HostTexts.Get("ProblemsFound", broken));
        }

        if (search.Index.Pack.Cases.Any(@case => @case.Published))
        {
            return new OpenedCoach(search);
        }

        Terminal.Complain(HostTexts.Get("NoCases", CaseSearch.KnowledgeHome(options.Folder)));
        return null;
    }
}
