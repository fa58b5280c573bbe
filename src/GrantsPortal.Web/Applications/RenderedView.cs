using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GrantsPortal.Web.Applications;

/// <summary>A view as text, for documents that are downloaded or made into a PDF.</summary>
public static class RenderedView
{
    /// <summary>Fills a view of the controller; throws <see cref="InvalidOperationException"/> when there is none of the name.</summary>
    public static async Task<string> Of(Controller controller, string name, object model)
    {
        var engine = controller.HttpContext.RequestServices.GetRequiredService<ICompositeViewEngine>();
        var found = engine.FindView(controller.ControllerContext, name, isMainPage: true).EnsureSuccessful(null).View!;
        await using var text = new StringWriter();
        var data = new ViewDataDictionary(controller.ViewData) { Model = model };
        await found.RenderAsync(new ViewContext(controller.ControllerContext, found, data, controller.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
