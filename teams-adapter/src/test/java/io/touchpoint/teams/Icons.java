package io.touchpoint.teams;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the two icons of the Teams app: a speech bubble with three points on a path. */
final class Icons {

    private static final Color GROUND = new Color(0x1f4e5f);

    private Icons() {
    }

    /** Writes both into a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        ImageIO.write(color(), "png", folder.resolve("color.png").toFile());
        ImageIO.write(outline(), "png", folder.resolve("outline.png").toFile());
    }

    static BufferedImage color() {
        BufferedImage image = new BufferedImage(192, 192, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(GROUND);
        graphics.fillRect(0, 0, 192, 192);
        graphics.setColor(Color.WHITE);
        graphics.fill(new RoundRectangle2D.Double(40, 48, 112, 78, 32, 32));
        Path2D tail = new Path2D.Double();
        tail.moveTo(66, 118);
        tail.lineTo(66, 150);
        tail.lineTo(100, 118);
        tail.closePath();
        graphics.fill(tail);
        graphics.setColor(GROUND);
        for (int i = 0; i < 3; i++) {
            graphics.fill(new Ellipse2D.Double(59 + i * 30, 80, 14, 14));
        }
        graphics.dispose();
        return image;
    }

    static BufferedImage outline() {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = graphics(image);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D bubble = new Path2D.Double();
        bubble.moveTo(5, 6);
        bubble.lineTo(27, 6);
        bubble.lineTo(27, 21);
        bubble.lineTo(16, 21);
        bubble.lineTo(10, 27);
        bubble.lineTo(10, 21);
        bubble.lineTo(5, 21);
        bubble.closePath();
        graphics.draw(bubble);
        for (int i = 0; i < 3; i++) {
            graphics.fill(new Ellipse2D.Double(8.75 + i * 6, 12.25, 2.5, 2.5));
        }
        graphics.dispose();
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

}
