using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>Reads one file of <c>knowledge/cases/</c>; the format is design section 5 and <c>knowledge/case.schema.json</c>. A draft may leave texts open and its faces unequal.</summary>
internal sealed class CaseReader(ProblemList problems, IReadOnlySet<string>? people)
{
    private const int LongestTip = 200;

    /// <summary>The case; meaningful only when no error was noted.</summary>
    public Case Read(MappingReader file)
    {
        var kind = file.Choice("kind", Vocabulary.Kinds.Keys);
        var id = file.Text("id");
        var status = file.Choice("status", ["draft", "published"]);
        file.Lenient = status == "draft";
        var risk = file.Choice("risk", ["low", "high"]);
        var read = new Case
        {
            Id = id,
            Kind = Vocabulary.Kinds.GetValueOrDefault(kind),
            Published = status == "published",
            Roles = file.Choices("roles", Vocabulary.Roles),
            Domain = file.Choice("domain", Vocabulary.Domains),
            Tags = file.Texts("tags"),
            Covers = file.Texts("covers"),
            Risk = risk == "high" ? CaseRisk.High : CaseRisk.Low,
            Zh = file.Mapping("zh", required: true, ReadFace) ?? NoFace,
            En = file.Mapping("en", required: true, ReadFace) ?? NoFace,
            Example = file.Flag("example"),
            House = file.Texts("house"),
            Sources = file.Mappings("sources", required: true, source => new SourceReference(source.Text("document"), source.Text("section"))),
            Review = file.Mapping("review", required: true, ReadReview) ?? new Review("", null, null),
            Related = file.Texts("related"),
        };
        file.Finish();
        Check(file, read);
        return read;
    }

    private static readonly Face NoFace = new() { Title = "", Cue = "", Situation = "", Asks = [], Why = "", Tip = "" };

    private Face ReadFace(MappingReader face)
    {
        var read = new Face
        {
            Title = face.Text("title"),
            Cue = face.Text("cue"),
            Situation = face.Text("situation"),
            Asks = face.Texts("asks", required: true),
            Say = face.Texts("say"),
            Do = face.Texts("do"),
            Avoid = face.Mappings("avoid", required: false, ReadAvoidance),
            Escalate = face.Mappings("escalate", required: false, ReadEscalation),
            Why = face.Text("why"),
            Tip = face.Text("tip"),
            Note = face.OptionalText("note"),
            Drill = face.Mapping("drill", required: false, ReadDrill),
        };
        if (read.Tip.Length > LongestTip)
        {
            problems.Error(face.At("tip"), "TooLong", "tip", read.Tip.Length, LongestTip);
        }

        return read;
    }

    private Avoidance ReadAvoidance(MappingReader item)
    {
        var avoidance = new Avoidance(item.Text("dont"), item.OptionalText("instead"), item.OptionalText("why"));
        if (avoidance is { Instead: null, Why: null } && !item.Lenient)
        {
            problems.Error(item.Start, "InsteadOrWhy");
        }

        return avoidance;
    }

    private Escalation ReadEscalation(MappingReader item)
    {
        var escalation = new Escalation(item.Text("when"), item.Text("to"), item.Text("within"));
        if (escalation.To.Length > 0 && people is not null && !people.Contains(escalation.To))
        {
            problems.Error(item.At("to"), "UnknownRole", escalation.To, string.Join(", ", people.Order(StringComparer.Ordinal)));
        }

        return escalation;
    }

    private static Drill ReadDrill(MappingReader drill) => new(
        drill.Text("customer"),
        drill.Mappings("wrong", required: true, wrong => new WrongAnswer(wrong.Text("answer"), wrong.Text("why"))),
        drill.Texts("good", required: true));

    private static Review ReadReview(MappingReader review) => new(review.Text("owner"), review.Day("verified"), review.Day("due"));

    private void Check(MappingReader file, Case read)
    {
        if (read.Id.Length > 0 && !MappingReader.IsKebabCase(read.Id))
        {
            problems.Error(file.At("id"), "BadId", read.Id);
        }

        if (read.Published)
        {
            CheckRequired(file.At("zh"), read, read.Zh);
            CheckRequired(file.At("en"), read, read.En);
            CheckParallel(file, read);
        }

        CheckHouse(file, read);
    }

    private void CheckRequired(YamlDotNet.Core.Mark at, Case read, Face face)
    {
        if (ReferenceEquals(face, NoFace))
        {
            return;
        }

        foreach (var field in RequiredFields(read.Kind).Where(field => FaceFields.Count(face, field) == 0))
        {
            problems.Error(at, "RequiredForKind", field, read.Kind.Code());
        }

        if (read.Risk == CaseRisk.High && face.Escalate.Count == 0)
        {
            problems.Error(at, "HighRiskNeedsEscalate");
        }
    }

    private static string[] RequiredFields(CaseKind kind) => kind switch
    {
        CaseKind.Case or CaseKind.CustomerType or CaseKind.RiskSignal => ["say", "do", "avoid"],
        CaseKind.Procedure or CaseKind.Rule or CaseKind.Exercise => ["do"],
        CaseKind.PhrasePair => ["say", "avoid"],
        _ => [],
    };

    private void CheckParallel(MappingReader file, Case read)
    {
        if (ReferenceEquals(read.Zh, NoFace) || ReferenceEquals(read.En, NoFace))
        {
            return;
        }

        foreach (var field in FaceFields.Lists.Where(field => FaceFields.Count(read.Zh, field) != FaceFields.Count(read.En, field)))
        {
            problems.Error(file.At("en"), "CountDiffers", field, FaceFields.Count(read.Zh, field), FaceFields.Count(read.En, field));
        }

        foreach (var (index, (zh, en)) in read.Zh.Escalate.Zip(read.En.Escalate).Index().Where(pair => pair.Item.First.To != pair.Item.Second.To))
        {
            problems.Error(file.At("en"), "RoleDiffers", index + 1, zh.To, en.To);
        }
    }

    private void CheckHouse(MappingReader file, Case read)
    {
        foreach (var path in read.House.Where(path => path.Length > 0 && !FaceFields.Exists(read.Zh, path)))
        {
            problems.Error(file.At("house"), "HouseUnknown", path);
        }
    }
}
