using CoachBot.Core.Turns;
namespace CoachBot.Channels.Text;
internal static class ReplyText
{
    public static string Summary(Reply reply) => reply.GetType().Name;
    public static string Of(Reply reply) => reply.GetType().Name;
}
