using Gradus.Rules;
using Gradus.Web.Reading;

namespace Gradus.Web.Features.Guidance;

/// <summary>
/// How sure the rows of a table are, said once above it; a row that is otherwise says so itself. So a table is no wallpaper of marks, and nothing doubtful
/// looks sure.
/// </summary>
internal sealed class RowsMark
{
    private readonly Status _common;
    private readonly bool _isMixed;

    /// <summary>Takes what most rows are; of two equal the more doubtful.</summary>
    /// <param name="rows">The status of each row; at least one.</param>
    public RowsMark(IReadOnlyCollection<Status> rows)
    {
        var counts = rows.GroupBy(status => status).ToList();
        var most = counts.Max(group => group.Count());
        _common = counts.Where(group => group.Count() == most).Select(group => group.Key).Weakest();
        _isMixed = counts.Count > 1;
    }

    /// <summary>The line above the table.</summary>
    public string Above
    {
        get
        {
            var words = (_common switch
            {
                Status.Sure => "Every row is sure",
                Status.Verify => "<b>Check</b> every row",
                Status.Unpublished => "Nobody has published what these rows ask",
                Status.NotFound => "We have not found what these rows ask",
                Status.Computed => "Every row is our sum",
                _ => "Every row is our judgement",
            }) + (_isMixed ? ", unless it says otherwise." : ".");
            return _common == Status.Sure ? $"<p class=\"soft small sureness\">{words}</p>" : Markup.Doubt(_common, $"<span class=\"sureness\">{words}</span>").Value!;
        }
    }

    /// <summary>What a row says of itself: nothing where the line above says it.</summary>
    public string Of(Status row) => row == _common ? "" : Markup.Said(row).Value!;
}
